import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculate } from './calculate.ts'
import type { Adjustment, Calculation, Line, Tax, Totals } from './calculation.ts'

const vat = (rate: string, id = `vat-${rate}`): Tax => ({
  id,
  category: 'S',
  rate,
  compound: false,
  withheld: false,
})
const line = (
  quantity: string,
  unitPrice: string,
  taxes: readonly string[] = [],
  adjustments: readonly Adjustment[] = [],
): Line => ({
  quantity,
  unitPrice,
  priceQuantity: '1',
  adjustments,
  taxes,
})
const plain: Calculation = {
  currency: 'EUR',
  pricesIncludeTax: false,
  taxes: [],
  lines: [],
  adjustments: [],
  prepaid: 0,
  roundPayableTo: 1,
}
function totals(told: Partial<Calculation>): Totals {
  const result = calculate({ ...plain, ...told })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

test('fifty at 241.67 and 20 % come to 14,500.20', () => {
  const { taxExclusive, tax, payable } = totals({
    taxes: [vat('20')],
    lines: [line('50', '241.67', ['vat-20'])],
  })
  expect([taxExclusive, tax, payable]).toEqual([1_208_350, 241_670, 1_450_020])
})

test('fifty lines at 241.67 each come to the same as one of fifty', () => {
  const lines = Array.from({ length: 50 }, () => line('1', '241.67', ['vat-20']))
  const { lineTotal, tax, payable } = totals({ taxes: [vat('20')], lines })
  expect([lineTotal, tax, payable]).toEqual([1_208_350, 241_670, 1_450_020])
})

test('a thousand with 19 % off is 810', () => {
  const off = [{ kind: 'allowance', percent: '19' }] as const
  const byLine = totals({ lines: [line('1', '1000', [], off)] })
  expect([byLine.lines[0]?.adjustments, byLine.lineTotal, byLine.payable]).toEqual([[19_000], 81_000, 81_000])
  const whole = totals({ lines: [line('1', '1000')], adjustments: [{ ...off[0], taxes: null }] })
  expect([whole.lineTotal, whole.allowances, whole.payable]).toEqual([100_000, 19_000, 81_000])
})

test('8,180 at 9.975 % adds 815.96', () => {
  const { tax, payable } = totals({
    currency: 'CAD',
    taxes: [vat('9.975', 'qst')],
    lines: [line('1', '8180', ['qst'])],
  })
  expect([tax, payable]).toEqual([81_596, 899_596]) // 815.955
})

test('two taxes on a line are each worked out on the price', () => {
  const { taxes, payable } = totals({
    currency: 'CAD',
    taxes: [vat('5', 'gst'), vat('9.975', 'qst')],
    lines: [line('3', '33.33', ['gst', 'qst'])],
  })
  // 99.99: 4.9995 and 9.974...
  expect(taxes).toEqual([
    { id: 'gst', taxable: 9_999, amount: 500 },
    { id: 'qst', taxable: 9_999, amount: 997 },
  ])
  expect(payable).toBe(11_496)
})

test('a compound tax is worked out on the price and the tax before it', () => {
  const { taxes, payable } = totals({
    currency: 'CAD',
    taxes: [vat('5', 'gst'), { ...vat('9.5', 'old-qst'), compound: true }],
    lines: [line('1', '100', ['gst', 'old-qst']), line('1', '40', ['gst'])],
  })
  expect(taxes).toEqual([
    { id: 'gst', taxable: 14_000, amount: 700 },
    { id: 'old-qst', taxable: 10_500, amount: 998 }, // 9.975
  ])
  expect(payable).toBe(15_698)
})

test('what the client keeps back for the tax office is off what is paid, not off the invoice', () => {
  const { taxInclusive, withheld, payable } = totals({
    taxes: [vat('21', 'iva'), { ...vat('15', 'irpf'), withheld: true }],
    lines: [line('10', '80', ['iva', 'irpf']), line('1', '120', ['iva'])],
  })
  // 920 + 193.20; 15 % of 800
  expect(taxInclusive).toBe(111_320)
  expect(withheld).toEqual([{ id: 'irpf', taxable: 80_000, amount: 12_000 }])
  expect(payable).toBe(99_320)
})

test('prices with tax stay what they are, to the cent', () => {
  const { lines, taxes, taxExclusive, taxInclusive } = totals({
    pricesIncludeTax: true,
    taxes: [vat('19')],
    lines: [line('3', '9.99', ['vat-19']), line('1', '0.01', ['vat-19'])],
  })
  // 29.98 ÷ 1.19 = 25.193
  expect([taxExclusive, taxInclusive]).toEqual([2_519, 2_998])
  expect(taxes).toEqual([{ id: 'vat-19', taxable: 2_519, amount: 479 }])
  expect(lines.map(({ amount, net }) => [amount, net])).toEqual([
    [2_997, 2_518], // 25.185
    [1, 1], // 0.008
  ])
})

test('two taxes inside a price leave the price as it is', () => {
  const { taxes, taxExclusive, taxInclusive } = totals({
    currency: 'CAD',
    pricesIncludeTax: true,
    taxes: [vat('5', 'gst'), vat('9.975', 'qst')],
    lines: [line('1', '100', ['gst', 'qst'])],
  })
  // 100 ÷ 1.14975 = 86.975…; 4.349 and 8.676
  expect(taxExclusive).toBe(8_698)
  expect(taxes.map(({ amount }) => amount)).toEqual([435, 867])
  expect(taxInclusive).toBe(10_000)
})

test('a discount on everything is shared by rates, and a charge falls where it says', () => {
  const { adjustments, taxes, allowances, charges, payable } = totals({
    taxes: [vat('19'), vat('7')],
    lines: [line('1', '60', ['vat-19']), line('2', '20', ['vat-7'])],
    adjustments: [
      { kind: 'allowance', amount: 1_001, taxes: null },
      { kind: 'charge', amount: 490, taxes: ['vat-19'] },
    ],
  })
  expect(adjustments).toEqual([
    { at: 0, kind: 'allowance', net: 601, taxes: ['vat-19'] }, // 6.006
    { at: 0, kind: 'allowance', net: 400, taxes: ['vat-7'] }, // 4.004
    { at: 1, kind: 'charge', net: 490, taxes: ['vat-19'] },
  ])
  expect(taxes).toEqual([
    { id: 'vat-19', taxable: 5_889, amount: 1_119 },
    { id: 'vat-7', taxable: 3_600, amount: 252 },
  ])
  expect([allowances, charges, payable]).toEqual([1_001, 490, 9_489 + 1_371])
})

test.each([
  ['JPY', '3', '333', '10', 999, 100, 1_099],
  ['KWD', '3', '1.3335', '5', 4_001, 200, 4_201], // 4.0005; 0.20005
  ['EUR', '-2', '10.005', '20', -2_001, -400, -2_401],
  ['EUR', '0', '10', '20', 0, 0, 0],
  ['EUR', '1000', '0.0234', '21', 2_340, 491, 2_831],
] as const)('in %s, %s at %s and %s %%', (currency, quantity, price, rate, net, tax, payable) => {
  const found = totals({ currency, taxes: [vat(rate, 't')], lines: [line(quantity, price, ['t'])] })
  expect([found.taxExclusive, found.tax, found.payable]).toEqual([net, tax, payable])
})

test('a price can be for more than one', () => {
  const found = totals({ lines: [{ ...line('1500', '12.5'), priceQuantity: '1000' }] })
  expect(found.payable).toBe(1_875)
})

test('what was paid before is taken off, and cash is rounded to what coins there are', () => {
  const { taxInclusive, prepaid, rounding, payable } = totals({
    currency: 'CHF',
    lines: [line('1', '99.98')],
    prepaid: 2_000,
    roundPayableTo: 5,
  })
  expect([taxInclusive, prepaid, rounding, payable]).toEqual([9_998, 2_000, 2, 8_000])
})

test.each([
  [{ lines: [line('two', '1')] }, { code: 'unreadable-quantity', line: 0 }],
  [{ lines: [line('1', '1'), line('1', '1,5')] }, { code: 'unreadable-price', line: 1 }],
  [
    { lines: [line('1', '1', [], [{ kind: 'charge', percent: 'x' } as const])] },
    { code: 'unreadable-percent', line: 0 },
  ],
  [{ taxes: [vat('-1', 't')] }, { code: 'unreadable-rate', tax: 't' }],
  [
    { adjustments: [{ kind: 'allowance', percent: '', taxes: null } as const] },
    { code: 'unreadable-document-percent', adjustment: 0 },
  ],
  [{ lines: [line('100000000000000', '100000000000000')] }, { code: 'too-large' }],
])('what cannot be calculated says where: %#', (told, error) => {
  expect(calculate({ ...plain, ...told })).toEqual({ ok: false, error })
})

const decimal = (digits: number) =>
  fc.tuple(fc.integer({ min: -99_999, max: 999_999 }), fc.constant(digits)).map(([number, scale]) => {
    const text = String(Math.abs(number)).padStart(scale + 1, '0')
    return `${number < 0 ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`
  })
const rates = ['0', '5', '7', '9.975', '19', '25']
const anyTaxes = fc.uniqueArray(fc.constantFrom(...rates), { maxLength: 3 })
const anyAdjustment: fc.Arbitrary<Adjustment> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('allowance', 'charge'),
    percent: fc.constantFrom('0', '3', '12.5', '100'),
  }),
  fc.record({ kind: fc.constantFrom('allowance', 'charge'), amount: fc.integer({ min: 0, max: 50_000 }) }),
)
const anyDocument: fc.Arbitrary<Calculation> = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  pricesIncludeTax: fc.boolean(),
  taxes: fc
    .tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: 63 }))
    .map(([compound, withheld]) =>
      rates.map((rate, at) => ({
        ...vat(rate, rate),
        compound: ((compound >> at) & 1) === 1,
        withheld: ((withheld >> at) & 1) === 1 && at % 3 === 0,
      })),
    ),
  lines: fc.array(
    fc.record({
      quantity: decimal(3),
      unitPrice: decimal(4),
      priceQuantity: fc.constantFrom('1', '100'),
      adjustments: fc.array(anyAdjustment, { maxLength: 2 }),
      taxes: anyTaxes,
    }),
    { maxLength: 8 },
  ),
  adjustments: fc.array(
    fc.tuple(anyAdjustment, fc.option(anyTaxes)).map(([one, taxes]) => ({ ...one, taxes })),
    { maxLength: 3 },
  ),
  prepaid: fc.integer({ min: 0, max: 10_000 }),
  roundPayableTo: fc.constantFrom(1, 5, 100),
})
const add = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)

test('parts add up to the whole, in every document', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const found = totals(document)
      expect(add(found.lines.map(({ net }) => net))).toBe(found.lineTotal) // BR-CO-10
      expect(found.taxExclusive).toBe(found.lineTotal - found.allowances + found.charges) // BR-CO-13
      expect(add(found.taxes.map(({ amount }) => amount))).toBe(found.tax) // BR-CO-14
      expect(found.taxInclusive).toBe(found.taxExclusive + found.tax) // BR-CO-15
      const due = found.taxInclusive - found.prepaid - add(found.withheld.map(({ amount }) => amount))
      expect(found.payable).toBe(due + found.rounding) // BR-CO-16
      expect(Math.abs(found.payable) % document.roundPayableTo).toBe(0)
      expect(Math.abs(found.rounding) * 2).toBeLessThanOrEqual(document.roundPayableTo)
    }),
  )
})

test('prices that include tax are what is asked for, in every document', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const found = totals({ ...document, pricesIncludeTax: true, adjustments: [] })
      expect(found.taxInclusive).toBe(add(found.lines.map(({ amount }) => amount)))
    }),
  )
})

test('the order of the lines changes no total', () => {
  fc.assert(
    fc.property(anyDocument, fc.infiniteStream(fc.nat()), (document, random) => {
      const shuffled = document.lines
        .map((one) => ({ one, place: random.next().value }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ one }) => one)
      const { lines: _, adjustments: own, ...before } = totals({ ...document, adjustments: [] })
      const {
        lines: __,
        adjustments: other,
        ...after
      } = totals({ ...document, lines: shuffled, adjustments: [] })
      expect(after).toEqual(before)
      expect(own.length).toBe(other.length)
    }),
  )
})

test('the same with every quantity turned round takes everything back', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const bare = {
        ...document,
        lines: document.lines.map((one) => ({ ...one, adjustments: [] })),
        adjustments: [],
        prepaid: 0,
        roundPayableTo: 1,
      }
      const turned = bare.lines.map((one) => ({
        ...one,
        quantity: one.quantity.startsWith('-') ? one.quantity.slice(1) : `-${one.quantity}`,
      }))
      const [before, after] = [totals(bare), totals({ ...bare, lines: turned })]
      expect(after.payable + before.payable).toBe(0)
      expect(after.taxes.map(({ amount }) => amount + 0)).toEqual(
        before.taxes.map(({ amount }) => 0 - amount),
      )
    }),
  )
})
