import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import jsQR from 'jsqr'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { codeDrawing } from '#shared/payment/codeDrawing.ts'
import type { PaymentDemand } from '#shared/payment/demand.ts'
import { rectangle } from '#shared/payment/drawing.ts'
import type { Drawing } from '#shared/payment/drawing.ts'
import type { PaymentMethod, SwissQrMethod } from '#shared/payment/method.ts'
import { paymentCode } from '#shared/payment/paymentCode.ts'
import { swissPart } from '#shared/payment/swissPart.ts'
import { textWidth } from '#shared/payment/textWidth.ts'
import { Drawing as PaperDrawing } from '#ui/paper/Drawing.tsx'

/** As the paper draws it, as a file of its own. */
const svgOf = (drawing: Drawing): string =>
  renderToStaticMarkup(createElement(PaperDrawing, { drawing, label: '' })).replace(
    '<svg',
    '<svg xmlns="http://www.w3.org/2000/svg"',
  )

/** Drawn as the paper shows it, so many points a unit, and read by a decoder that knows nothing of how it was made. */
function scanned(drawing: Drawing, scale: number, box?: { x: number; y: number; side: number }) {
  const image = new Resvg(svgOf(drawing), {
    background: '#fff',
    fitTo: { mode: 'width', value: drawing.width * scale },
    font: { loadSystemFonts: false },
  }).render()
  const { pixels, width } = image // asked for once: each asking copies them
  const { x, y, side } = box ?? { x: 0, y: 0, side: drawing.width }
  const points = new Uint8ClampedArray(side * scale * side * scale * 4)
  for (let row = 0; row < side * scale; row++) {
    const from = ((y * scale + row) * width + x * scale) * 4
    points.set(pixels.subarray(from, from + side * scale * 4), row * side * scale * 4)
  }
  return jsQR(points, side * scale, side * scale, { inversionAttempts: 'dontInvert' })
}

const valued = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const invoice: PaymentDemand = {
  amount: 123450,
  currency: 'EUR',
  reference: 'Rechnung 2026-0042',
  message: 'größer',
}
const transfer: PaymentMethod = {
  kind: 'bank',
  holder: 'Zoë Mustermänn',
  iban: 'DE71110220330123456789',
  bic: '',
  bankName: '',
}
const methods: readonly (readonly [PaymentMethod, PaymentDemand])[] = [
  [transfer, invoice],
  [
    { kind: 'upi', address: 'nadeem@npci', name: 'Nadeem Chinna' },
    { ...invoice, currency: 'INR' },
  ],
  [
    { kind: 'pix', key: 'fulano@example.com', name: 'Fulano', city: 'Brasília' },
    { ...invoice, currency: 'BRL' },
  ],
  [
    { kind: 'bitcoin', address: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', name: 'Zoë' },
    { ...invoice, coins: '0.0125' },
  ],
  [{ kind: 'ethereum', address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', chain: 1 }, invoice],
  [{ kind: 'link', url: 'https://pay.example.com/{amount}{currency}' }, invoice],
]
test.each(methods)('the drawn code of $kind is read back as it was written', (method, demand) => {
  const text = valued(paymentCode(method, demand))
  expect(scanned(codeDrawing(text), 4)?.data).toBe(text)
})

test('the largest SEPA code is of version 13, as the guideline allows', () => {
  const method = {
    kind: 'bank',
    holder: 'ä'.repeat(70),
    iban: 'DE71110220330123456789',
    bic: 'BHBLDEHHXXX',
    bankName: '',
  } as const
  const text = valued(paymentCode(method, { amount: 1, currency: 'EUR', reference: `${'ä'.repeat(65)}x` }))
  const code = scanned(codeDrawing(text), 4)
  expect(code?.data).toBe(text)
  expect(code?.version).toBe(13)
})

test('any text can be drawn and read back', () => {
  const text = fc.string({ minLength: 1, maxLength: 300 }).filter((one) => one.trim() !== '')
  fc.assert(
    fc.property(text, (written) => {
      expect(scanned(codeDrawing(written), 3)?.data).toBe(written)
    }),
    { numRuns: 40 },
  )
})

test('a code with a stain is read, and of one torn in half nothing is guessed', () => {
  const text = valued(paymentCode(transfer, invoice))
  const clean = codeDrawing(text)
  const covered = (x: number, y: number, width: number, height: number): Drawing => {
    const shape = { kind: 'area', path: rectangle(x, y, width, height), fill: 'white' } as const
    return { ...clean, shapes: [...clean.shapes, shape] }
  }
  const middle = Math.floor(clean.width / 2)
  expect(scanned(covered(middle - 4, middle - 4, 8, 8), 4)?.data).toBe(text)
  expect(scanned(covered(middle, 0, middle + 1, clean.height), 4)).toBeNull()
})

describe('the Swiss payment part', () => {
  const method: SwissQrMethod = {
    kind: 'swissQr',
    iban: 'CH4431999123000889012',
    reference: 'qr',
    prefix: '',
    creditor: {
      name: 'Robert Schneider AG',
      street: 'Rue du Lac',
      buildingNumber: '1268',
      postcode: '2501',
      town: 'Biel',
      country: 'CH',
    },
  }
  const demand: PaymentDemand = {
    amount: 194975,
    currency: 'CHF',
    reference: '210000000003139471430009017',
    message: 'Order of 15 June 2020',
    debtor: {
      name: 'Pia-Maria Rutschmann-Schnyder',
      street: 'Grosse Marktgasse',
      buildingNumber: '28',
      postcode: '9400',
      town: 'Rorschach',
      country: 'CH',
    },
  }
  const wordsOf = (drawing: Drawing) =>
    drawing.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

  test('its code is read back with the cross in its middle', () => {
    const code = scanned(valued(swissPart(method, demand, 'de')), 12, { x: 62, y: 17, side: 56 })
    expect(code?.data).toBe(valued(paymentCode(method, demand)))
  })

  test('the fullest code is read back too', () => {
    const full = {
      ...demand,
      message: 'Größe für Jürg, Zoë und Łukasz'.padEnd(50, '.'),
      billing: {
        number: '2026-0042',
        day: '2026-03-31',
        customerReference: 'K-1024',
        uid: 'CHE-106.017.086',
        service: { from: '2026-03-01', to: '2026-03-31' },
        taxes: [{ rate: '8.1', net: 100 }],
        terms: [{ percent: '0', days: 30 }],
      },
    }
    const text = valued(paymentCode(method, full))
    expect(text).toContain('//S1/10/2026-0042')
    expect(scanned(valued(swissPart(method, full, 'fr')), 12, { x: 62, y: 17, side: 56 })?.data).toBe(text)
  })

  test('it says in print what the code says, in the words of the standard', () => {
    expect(wordsOf(valued(swissPart(method, demand, 'de-CH')))).toEqual([
      'Vor der Einzahlung abzutrennen',
      ...['Empfangsschein', 'Konto / Zahlbar an', 'CH44 3199 9123 0008 8901 2', 'Robert Schneider AG'],
      ...['Rue du Lac 1268', '2501 Biel', 'Referenz', '21 00000 00003 13947 14300 09017', 'Zahlbar durch'],
      ...['Pia-Maria Rutschmann-Schnyder', 'Grosse Marktgasse 28', '9400 Rorschach'],
      ...['Währung', 'Betrag', 'CHF', '1 949.75', 'Annahmestelle'],
      ...['Zahlteil', 'Konto / Zahlbar an', 'CH44 3199 9123 0008 8901 2', 'Robert Schneider AG'],
      ...['Rue du Lac 1268', '2501 Biel', 'Referenz', '21 00000 00003 13947 14300 09017'],
      ...['Zusätzliche Informationen', 'Order of 15 June 2020', 'Zahlbar durch'],
      ...['Pia-Maria Rutschmann-Schnyder', 'Grosse Marktgasse 28', '9400 Rorschach'],
      ...['Währung', 'Betrag', 'CHF', '1 949.75'],
    ])
  })

  test.each([
    ['fr-FR', 'Section paiement'],
    ['it', 'Sezione pagamento'],
    ['en', 'Payment part'],
    ['es', 'Payment part'],
    ['pt-BR', 'Payment part'],
  ])('in a document in %s its title is %s', (language, title) => {
    expect(wordsOf(valued(swissPart(method, demand, language)))).toContain(title)
  })

  test('what is left open has a field with corner marks in both parts', () => {
    const marks = (asked: PaymentDemand) =>
      valued(swissPart(method, asked, 'de')).shapes.filter((shape) => shape.kind === 'line').length - 1
    expect(marks(demand)).toBe(0)
    expect(marks({ ...demand, debtor: null })).toBe(2)
    expect(marks({ ...demand, debtor: null, amount: null })).toBe(4)
  })

  test('whatever it says, all of it stands in its own section', () => {
    const words = (longest: number) => fc.stringMatching(new RegExp(`^[A-Za-zäéßŁ -]{1,${longest}}$`))
    const widest = (longest: number) => fc.constant('W'.repeat(longest))
    const text = (longest: number) => fc.oneof(words(longest), widest(longest))
    const address = fc.record({
      name: text(70),
      street: text(70),
      buildingNumber: text(16),
      postcode: text(16),
      town: text(35),
      country: fc.constantFrom('CH', 'DE'),
    })
    const bill = fc.record({ creditor: address, debtor: fc.option(address), message: text(140) })
    fc.assert(
      fc.property(
        bill,
        fc.constantFrom('de', 'fr', 'it', 'en'),
        ({ creditor, debtor, message }, language) => {
          const part = swissPart(
            { ...method, creditor },
            { ...demand, amount: 99_999_999_999, debtor, message },
            language,
          )
          if (!part.ok) return
          for (const shape of part.value.shapes) {
            if (shape.kind !== 'text' || shape.y < 5) continue
            const { x, y, text, size, anchor } = shape
            const right = anchor === 'end' ? x : x + textWidth(text, size)
            const section = sections.find(({ left, top, bottom }) => left <= x && top < y && y <= bottom)
            expect(right, text).toBeLessThanOrEqual(section?.right ?? 0)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** The sections of the Style Guide in millimetres, of the last that begins to the left of a text first. */
const sections = [
  { name: 'information', left: 118, right: 205, top: 10, bottom: 95 },
  { name: 'title of the payment part', left: 67, right: 118, top: 10, bottom: 17 },
  { name: 'amount', left: 67, right: 118, top: 73, bottom: 95 },
  { name: 'acceptance point', left: 57, right: 57, top: 87, bottom: 105 },
  { name: 'title of the receipt', left: 5, right: 57, top: 10, bottom: 17 },
  { name: 'information of the receipt', left: 5, right: 57, top: 17, bottom: 73 },
  { name: 'amount of the receipt', left: 5, right: 57, top: 73, bottom: 87 },
]
