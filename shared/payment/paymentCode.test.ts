import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import sentences from '#resources/locales/en/payment.json'
import type { PaymentDemand } from './demand.ts'
import type { PaymentMethod } from './method.ts'
import { paymentCode } from './paymentCode.ts'
import { paymentFields, paymentProblemCodes } from './problem.ts'

const textOf = (method: PaymentMethod, demand: PaymentDemand): string => {
  const code = paymentCode(method, demand)
  return code.ok ? code.value : `refused: ${code.error.field} ${code.error.code}`
}
const nothing = { amount: null, currency: 'EUR', reference: '' } as const

test('every field and everything that can be wrong has its words', () => {
  expect(Object.keys(sentences.problem).toSorted()).toEqual(paymentProblemCodes.toSorted())
  expect(Object.keys(sentences.field).toSorted()).toEqual(paymentFields.toSorted())
})

describe('UPI', () => {
  const nadeem = { kind: 'upi', address: 'nadeem@npci', name: 'nadeem chinna' } as const
  test('a link as NPCI writes it', () => {
    expect(textOf(nadeem, { amount: 1000, currency: 'INR', reference: 'INV/2026 & 1' })).toBe(
      'upi://pay?pa=nadeem@npci&pn=nadeem%20chinna&am=10.00&cu=INR&tn=INV%2F2026%20%26%201',
    )
    expect(textOf(nadeem, { ...nothing, currency: 'INR' })).toBe(
      'upi://pay?pa=nadeem@npci&pn=nadeem%20chinna&cu=INR',
    )
    expect(textOf(nadeem, nothing)).toBe('refused: currency currency')
  })

  test('what is typed comes back out of the link, and adds nothing to it', () => {
    const typed = fc.string({ unit: 'binary', maxLength: 50 })
    fc.assert(
      fc.property(typed, typed, (name, reference) => {
        const code = paymentCode({ ...nadeem, name }, { amount: 100, currency: 'INR', reference })
        if (!code.ok) return
        const query = new URL(code.value).searchParams
        const seen = name.normalize('NFC').replace(/(?!\p{Cc})\p{C}/gu, '')
        expect(query.get('pn')).toBe(seen.replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim())
        expect([...query.keys()].filter((key) => key !== 'tn')).toEqual(['pa', 'pn', 'am', 'cu'])
      }),
    )
  })
})

describe('Pix', () => {
  const fulano = {
    kind: 'pix',
    key: '123e4567-e12b-12d1-a456-426655440000',
    name: 'Fulano de Tal',
    city: 'BRASILIA',
  } as const
  test('the example of the manual of the BR Code', () => {
    expect(textOf(fulano, { ...nothing, currency: 'BRL' })).toBe(
      '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-426655440000' +
        '5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
    )
  })

  /** The fields of an EMV text by their numbers; null where their lengths do not add up to it. */
  function emv(text: string): ReadonlyMap<string, string> | null {
    const fields = new Map<string, string>()
    for (let at = 0; at < text.length;) {
      const length = Number(text.slice(at + 2, at + 4))
      if (!/^\d{4}$/.test(text.slice(at, at + 4)) || at + 4 + length > text.length) return null
      fields.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length))
      at += 4 + length
    }
    return fields
  }

  test('amount and number are fields of their own; accents fall', () => {
    const code = textOf(
      { ...fulano, key: '529.982.247-25', name: 'João Ação', city: 'São Paulo' },
      { amount: 123456, currency: 'BRL', reference: 'NF 2026/0001' },
    )
    const fields = emv(code)
    expect(fields?.get('54')).toBe('1234.56')
    expect(fields?.get('59')).toBe('Joao Acao')
    expect(fields?.get('60')).toBe('Sao Paulo')
    expect(emv(fields?.get('26') ?? '')?.get('01')).toBe('52998224725')
    expect(emv(fields?.get('62') ?? '')?.get('05')).toBe('NF20260001')
    expect(textOf(fulano, { amount: 1, currency: 'BRL', reference: '1'.repeat(26) })).toBe(
      'refused: reference too-long',
    )
    expect(textOf(fulano, nothing)).toBe('refused: currency currency')
  })

  test('the longest key fits, and whatever is typed, the lengths add up', () => {
    const key = `${'a'.repeat(64)}@${'b'.repeat(8)}.com`
    const typed = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 25 }),
      city: fc.string({ unit: 'grapheme', maxLength: 15 }),
      reference: fc.string({ maxLength: 30 }),
      amount: fc.integer({ min: 1, max: 999_999_999_999 }),
    })
    expect(emv(textOf({ ...fulano, key }, { ...nothing, currency: 'BRL' }))?.get('26')).toHaveLength(99)
    fc.assert(
      fc.property(typed, ({ name, city, reference, amount }) => {
        const code = paymentCode({ ...fulano, name, city }, { amount, currency: 'BRL', reference })
        if (code.ok) expect(emv(code.value)?.get('58')).toBe('BR')
      }),
    )
  })
})

describe('coins', () => {
  const bitcoin = { kind: 'bitcoin', address: '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2' } as const
  test('the examples of BIP-21, with an address whose checksum is right', () => {
    expect(textOf({ ...bitcoin, name: '' }, nothing)).toBe('bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2')
    expect(textOf({ ...bitcoin, name: 'Luke-Jr' }, nothing)).toBe(
      'bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2?label=Luke-Jr',
    )
    expect(textOf({ ...bitcoin, name: 'Luke-Jr' }, { ...nothing, coins: '20.30' })).toBe(
      'bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2?amount=20.3&label=Luke-Jr',
    )
    const donation = { ...nothing, coins: '50', reference: 'Donation for project xyz' }
    expect(textOf({ ...bitcoin, name: 'Luke-Jr' }, donation)).toBe(
      'bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2?amount=50&label=Luke-Jr&message=Donation%20for%20project%20xyz',
    )
  })

  const ether = { kind: 'ethereum', address: '0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359', chain: 1 } as const
  test('EIP-681 in wei, with the checksum of EIP-55', () => {
    const address = '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'
    expect(textOf(ether, nothing)).toBe(`ethereum:${address}@1`)
    expect(textOf(ether, { ...nothing, coins: '2.014' })).toBe(
      `ethereum:${address}@1?value=2014000000000000000`,
    )
    expect(textOf({ ...ether, chain: 8453 }, { ...nothing, coins: '0.000000000000000001' })).toBe(
      `ethereum:${address}@8453?value=1`,
    )
  })

  test('the amount of the document is never taken for one in coins', () => {
    expect(textOf(ether, { ...nothing, amount: 100 })).not.toContain('value')
    expect(textOf({ ...bitcoin, name: '' }, { ...nothing, amount: 100 })).not.toContain('amount')
  })

  test.each(['0', '-1', '1e3', 'NaN', '1,5', '0.000000001', '21000000.00000001'])(
    '%s is no amount',
    (coins) => {
      expect(textOf({ ...bitcoin, name: '' }, { ...nothing, coins })).toBe('refused: coins coins')
    },
  )
})

describe('a link', () => {
  const url = 'https://pay.example.com/ana/{amount}{currency}?for={number}'
  test('names amount, currency and number, escaped', () => {
    expect(textOf({ kind: 'link', url }, { amount: 2550, currency: 'EUR', reference: 'R&D 1' })).toBe(
      'https://pay.example.com/ana/25.50EUR?for=R%26D%201',
    )
    expect(textOf({ kind: 'link', url }, { amount: 500, currency: 'JPY', reference: '1' })).toBe(
      'https://pay.example.com/ana/500JPY?for=1',
    )
  })
  test('is refused where it names an amount that is open, or grows past what can be scanned', () => {
    expect(textOf({ kind: 'link', url }, nothing)).toBe('refused: amount amount')
    expect(textOf({ kind: 'link', url }, { amount: 1, currency: 'EUR', reference: 'x'.repeat(999) })).toBe(
      'refused: reference too-long',
    )
  })
})

test('what has no code says so', () => {
  expect(textOf({ kind: 'text', text: 'In cash' }, nothing)).toBe('refused: kind no-code')
})
