import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditOf, deductionsOf } from '#shared/document/derive.ts'
import type { IssuedDocument } from '#shared/document/derive.ts'
import type { Document } from '#shared/document/document.ts'
import { business, draft, issuedAs, item } from '#shared/document/inTests.ts'
import type { Payment } from '#shared/document/payment.ts'
import { applyRecords } from './applyRecords.ts'
import type { RecordChange } from './applyRecords.ts'
import { createBook } from './book.ts'
import type { Book } from './book.ts'
import type { Filter } from './questions.ts'
import { sales } from './sales.ts'
import { client, put, product } from './sampleShop.ts'
import { summary } from './summary.ts'
import { totals } from './totals.ts'

const invoice = (id: string, told: Parameters<typeof draft>[0] = {}, day = '2026-03-02'): IssuedDocument => ({
  ...issuedAs(draft(told), { day, number: `R-${id}` }),
  id,
})
const payment = (id: string, told: Partial<Payment>): Payment => ({
  id,
  kind: 'payment',
  day: '2026-04-01',
  currency: 'EUR',
  amount: 0,
  fee: 0,
  documents: [],
  shares: [],
  client: null,
  method: '',
  reference: '',
  note: '',
  voided: null,
  createdAt: '',
  ...told,
})
/** Money for one document. */
const paid = (id: string, document: string, amount: number, told: Partial<Payment> = {}) =>
  payment(id, { amount, documents: [document], shares: [amount], ...told })
const cash = put('settings', { id: 'business', value: { ...business, income: 'cash' } })
const bookOf = (...changes: readonly RecordChange[]): Book => {
  const book = createBook()
  applyRecords(book, changes)
  return book
}
const documents = (...all: readonly Document[]) => all.map((one) => put('documents', one))
const payments = (...all: readonly Payment[]) => all.map((one) => put('payments', one))
const euros = (book: Book) => summary(book).counted['EUR']
const by = (book: Book, group: 'stream' | 'product' | 'client', bucket: 'none' | 'month' = 'none') =>
  Object.fromEntries(
    totals(book, {}, { by: group, bucket }, {}).map(({ bucket: span, key, measures }) => [
      [span, key].filter((text) => text !== '').join(' '),
      measures.kept,
    ]),
  )
const listed = (book: Book, filter: Filter = {}) =>
  sales(book, { filter, sort: { by: 'label', descending: false }, from: 0, count: 9 }, {}).rows

test('an invoice is a sale of the channel of own invoices, on its own day and for its client', () => {
  const one = invoice('a', { lines: [item('1', '2', '100'), item('2', '1.5', '80')] })
  const book = bookOf(
    put('clients', client({ id: 'c1' })),
    ...documents({ ...one, links: { client: 'c1', lines: {} } }),
  )
  expect(listed(book)).toMatchObject([
    {
      ...{ day: '2026-03-02', channel: 'own', label: 'R-a', lines: 2, units: 4, currency: 'EUR' },
      // 200.00 and 120.00, and 19 % of both
      measures: { gross: 32000, tax: 6080, kept: 32000, discounts: 0, fees: 0 },
      client: 'c1',
    },
  ])
  expect(listed(book, { channels: ['own'] })).toHaveLength(1)
})

test('each line earns in its own stream, else in that of its product, else as a service', () => {
  const lines = [item('1', '1', '100'), item('2', '1', '50'), item('3', '1', '25')]
  const one = {
    ...invoice('a', { lines }),
    links: {
      client: null,
      lines: {
        1: { product: null, stream: 'licensing' },
        2: { product: 'p1', stream: '' },
      },
    },
  } as const
  const book = bookOf(put('products', product({ id: 'p1', kind: 'course' })), ...documents(one))
  expect(by(book, 'stream')).toEqual({ licensing: 10000, course: 5000, service: 2500 })
  expect(by(book, 'product')).toMatchObject({ p1: 5000 })
})

test('drafts, quotes and what was voided are no money', () => {
  const voided = { ...invoice('b'), voided: { day: '2026-03-03', reason: '' } }
  const begun = { ...invoice('c'), issued: null }
  expect(listed(bookOf(...documents(invoice('a', { kind: 'quote' }), voided, begun)))).toEqual([])
})

test('money off and on the whole is a discount and an extra, and its tax follows', () => {
  const adjustments = [
    { kind: 'allowance', percent: '10', taxes: null, reason: '' },
    { kind: 'charge', amount: 500, taxes: null, reason: '' },
  ] as const
  // 200.00 - 20.00 + 5.00, and 19 % of 185.00
  expect(euros(bookOf(...documents(invoice('a', { adjustments }))))).toMatchObject({
    ...{ gross: 20000, discounts: 2000, other: 500, tax: 3515, kept: 18500 },
  })
})

test('a final invoice counts what its deposits did not', () => {
  const deposit = invoice('a', { isDeposit: true, lines: [item('1', '1', '300')] }, '2026-02-01')
  const deducts = deductionsOf([deposit], () => 0)
  const final = invoice('b', { lines: [item('1', '1', '600'), item('2', '1', '400')], deducts })
  const book = bookOf(...documents(deposit, final))
  expect(by(book, 'stream', 'month')).toEqual({ '2026-02 service': 30000, '2026-03 service': 70000 })
  expect(euros(book)).toMatchObject({ gross: 100000, tax: 19000, kept: 100000 })
})

test('a credit note is a refund on its own day, and says its tax', () => {
  const one = invoice('a', { lines: [item('1', '1', '100'), item('2', '1', '300')] })
  const whole = creditOf(one)
  const part = { ...whole.content, lines: [item('2', '1', '100')] }
  const note = { ...issuedAs({ ...whole, content: part }, { day: '2026-05-04', number: 'G-1' }), id: 'n' }
  const book = bookOf(...documents(one, note))
  expect(listed(book)).toMatchObject([{ label: 'R-a', measures: { refunds: 11900, refundedTax: 1900 } }])
  expect(euros(book)).toMatchObject({
    gross: 40000,
    tax: 7600,
    refunds: 11900,
    refundedTax: 1900,
    kept: 30000,
  })
  expect(by(book, 'stream', 'month')).toEqual({ '2026-03 service': 40000, '2026-05 service': -10000 })
})

test('what a client keeps back for the tax office is not lost', () => {
  const [vat] = draft().content.taxes
  if (!vat) throw new Error('no tax')
  const irpf = { ...vat, id: 'irpf', name: 'IRPF', rate: '15', withheld: true }
  const one = invoice('a', { taxes: [vat, irpf], lines: [item('1', '1', '100', { taxes: ['vat', 'irpf'] })] })
  // 100.00 + 19.00 - 15.00 = 104.00 to be paid
  expect(one.issued.totals.payable).toBe(10400)
  expect(euros(bookOf(...documents(one)))).toMatchObject({ kept: 10000, tax: 1900, transfers: -1500 })
})

test('what the bank kept of a payment is a fee, shared over what it pays', () => {
  const both = payment('p', { amount: 30000, fee: 301, documents: ['a', 'b'], shares: [20000, 10000] })
  const book = bookOf(...documents(invoice('a'), invoice('b')), ...payments(both))
  expect(listed(book).map(({ label, measures }) => [label, measures.fees])).toEqual([
    ['R-a', 201],
    ['R-b', 100],
  ])
  applyRecords(book, [put('payments', { ...both, voided: { day: '2026-04-02', reason: '' } })])
  expect(euros(book)?.fees).toBe(0)
})

test('a fee of money that is for no document yet belongs to no sale', () => {
  const early = payment('p', { amount: 5000, fee: 50 })
  const book = bookOf(...payments(early))
  expect(listed(book)).toEqual([])
  expect(euros(book)).toMatchObject({ fees: 50, kept: -50 })
  applyRecords(book, payments({ ...early, documents: ['a'], shares: [5000] }))
  applyRecords(book, documents(invoice('a')))
  expect(listed(book)).toMatchObject([{ measures: { fees: 50 } }])
  expect(euros(book)).toMatchObject({ fees: 50 })
})

test('what is written off takes its tax with it', () => {
  // Half of 238.00
  const lost = paid('p', 'a', 11900, { kind: 'writeOff', day: '2026-06-01' })
  const book = bookOf(...documents(invoice('a')), ...payments(lost))
  expect(euros(book)).toMatchObject({ gross: 20000, discounts: 10000, tax: 1900, kept: 10000 })
  expect(by(book, 'stream', 'month')).toEqual({ '2026-03 service': 20000, '2026-06 service': -10000 })
})

test('where income counts as it is paid, an invoice counts in the shares and on the days of its payments', () => {
  const changes = [
    cash,
    ...documents(invoice('a')),
    ...payments(paid('p', 'a', 5950), paid('q', 'a', 17850, { day: '2026-05-01' })),
  ]
  const book = bookOf(...changes)
  expect(by(book, 'stream', 'month')).toEqual({ '2026-04 service': 5000, '2026-05 service': 15000 })
  expect(listed(book)).toMatchObject([
    { day: '2026-04-01', label: 'R-a', measures: { gross: 20000, tax: 3800 } },
  ])
  expect(listed(bookOf(cash, ...documents(invoice('a'))))).toEqual([])
})

test('where income counts as it is paid, a credit note for what was never paid brings and takes nothing', () => {
  const one = invoice('a')
  const note = { ...issuedAs(creditOf(one), { day: '2026-03-09' }), id: 'n' }
  const book = bookOf(cash, ...documents(one, note))
  expect(euros(book)).toMatchObject({ gross: 20000, refunds: 23800, refundedTax: 3800, tax: 3800, kept: 0 })
  // what was paid before goes back on the day it is paid back
  applyRecords(book, payments(paid('p', 'a', 23800, { day: '2026-03-05' })))
  expect(euros(book)).toMatchObject({ gross: 20000, refunds: 0, kept: 20000 })
  applyRecords(book, payments(paid('q', 'n', 23800, { kind: 'repayment', day: '2026-04-07' })))
  expect(by(book, 'stream', 'month')).toEqual({ '2026-03 service': 20000, '2026-04 service': -20000 })
})

test('an amount is reported at the rate its invoice was written with', () => {
  const rate = { to: 'USD', rate: '1.0847', day: '2026-03-01' }
  const one = invoice('a')
  const [row] = totals(
    bookOf(...documents({ ...one, issued: { ...one.issued, rate } })),
    {},
    { by: 'none', bucket: 'none' },
    { currency: 'USD', rates: [] },
  )
  expect(row).toMatchObject({ currency: 'USD', unconverted: false, measures: { gross: 21694 } })
})

const lines = fc.array(
  fc.record({
    quantity: fc.constantFrom('1', '3', '2.5', '0.333'),
    price: fc.integer({ min: 1, max: 99999 }),
  }),
  { minLength: 1, maxLength: 4 },
)
const invoices = fc.record({
  lines,
  off: fc.option(fc.integer({ min: 1, max: 60 })),
  inclusive: fc.boolean(),
  credits: fc.option(fc.integer({ min: 1, max: 100 })),
  cuts: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }),
  givenUp: fc.nat(2),
})
/** An invoice, perhaps a credit note of a part of it, and payments that leave nothing open. */
function settled({
  lines: sold,
  off,
  inclusive,
  credits,
  cuts,
  givenUp,
}: typeof invoices extends fc.Arbitrary<infer T> ? T : never) {
  const one = invoice('a', {
    pricesIncludeTax: inclusive,
    lines: sold.map(({ quantity, price }, at) => item(String(at), quantity, `${price / 100}`)),
    adjustments: off === null ? [] : [{ kind: 'allowance', percent: String(off), taxes: null, reason: '' }],
  })
  const { payable } = one.issued.totals
  const credited = credits === null ? 0 : Math.floor((payable * credits) / 100)
  const back = {
    ...creditOf(one).content,
    adjustments: [],
    pricesIncludeTax: true,
    lines: [item('0', '1', `${credited / 100}`)],
  }
  const note = { ...issuedAs({ content: back, links: one.links }, { day: '2026-04-03' }), id: 'n' }
  const open = payable - (credited > 0 ? note.issued.totals.payable : 0)
  const marks = [...cuts.map((cut) => Math.floor((open * cut) / 100)).toSorted((a, b) => a - b), open]
  const shares = marks.map((mark, at) => mark - (marks[at - 1] ?? 0)).filter((share) => share > 0)
  const given = shares.map((share, at) =>
    paid(`p${at}`, 'a', share, {
      day: `2026-04-0${at + 1}`,
      kind: at < givenUp && at < shares.length - 1 ? 'writeOff' : 'payment',
    }),
  )
  return { one, notes: credited > 0 ? [note] : [], given }
}

test('the entries of an invoice come to what is to be paid', () => {
  fc.assert(
    fc.property(invoices, (told) => {
      const { one } = settled(told)
      const figures = euros(bookOf(...documents(one)))
      const { totals: stated } = one.issued
      expect((figures?.kept ?? 0) + (figures?.tax ?? 0)).toBe(stated.payable)
      expect((figures?.gross ?? 0) - (figures?.discounts ?? 0)).toBe(stated.taxExclusive)
    }),
  )
})

test('written or paid, it comes to the same once nothing is open', () => {
  fc.assert(
    fc.property(invoices, (told) => {
      const { one, notes, given } = settled(told)
      const changes = [...documents(one, ...notes), ...payments(...given)]
      const asWritten = bookOf(...changes)
      const asPaid = bookOf(...changes, cash)
      expect(euros(asPaid)).toEqual(euros(asWritten))
      expect(by(asPaid, 'stream')).toEqual(by(asWritten, 'stream'))
      expect(listed(asPaid)[0]?.units).toBe(listed(asWritten)[0]?.units)
    }),
    { numRuns: 200 },
  )
})

test('as it is paid, what came in by a day is what counts by then', () => {
  fc.assert(
    fc.property(invoices, (told) => {
      const { one, given } = settled({ ...told, credits: null, givenUp: 0 })
      const book = bookOf(cash, ...documents(one), ...payments(...given))
      for (const [at, { day }] of given.entries()) {
        const [row] = totals(book, { to: day }, { by: 'none', bucket: 'none' }, {})
        const came = given.slice(0, at + 1).reduce((sum, { amount }) => sum + amount, 0)
        expect((row?.measures.kept ?? 0) + (row?.measures.tax ?? 0)).toBe(came)
      }
    }),
  )
})

const note = { ...issuedAs(creditOf(invoice('a')), { day: '2026-03-20' }), id: 'n' }
const anyChange = fc.oneof(
  fc.constantFrom('a', 'b').chain((id) =>
    fc.constantFrom<RecordChange>(
      put('documents', invoice(id)),
      put('documents', { ...invoice(id), voided: { day: '2026-03-05', reason: '' } }),
      put('documents', { ...invoice(id), issued: null }),
      put('documents', {
        ...invoice(id),
        links: { client: 'c', lines: { a: { product: null, stream: 'tip' } } },
      }),
      { table: 'documents', id, record: null },
    ),
  ),
  fc.constantFrom<RecordChange>(put('documents', note), { table: 'documents', id: 'n', record: null }, cash, {
    table: 'settings',
    id: 'business',
    record: { id: 'business', value: business },
  }),
  fc
    .constantFrom('p', 'q')
    .chain((id) =>
      fc.constantFrom<RecordChange>(
        put('payments', paid(id, 'a', 10001, { fee: 33 })),
        put('payments', paid(id, 'b', 23800, { kind: 'writeOff' })),
        put('payments', paid(id, 'n', 23800, { kind: 'repayment' })),
        put('payments', payment(id, { amount: 700, fee: 7 })),
        put(
          'payments',
          payment(id, { amount: 30000, fee: 9, documents: ['a', 'b'], shares: [10000, 20000] }),
        ),
        { table: 'payments', id, record: null },
      ),
    ),
)
const answers = (book: Book) => ({
  summary: summary(book),
  streams: by(book, 'stream', 'month'),
  rows: listed(book).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
})

test('what documents and payments say now is all that counts, not how they came to say it', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 14 }), (changes) => {
      const oneByOne = createBook()
      for (const change of changes) applyRecords(oneByOne, [change])
      const last = new Map(changes.map((change) => [`${change.table} ${change.id}`, change]))
      expect(answers(oneByOne)).toEqual(answers(bookOf(...last.values())))
      applyRecords(
        oneByOne,
        [...last.values()].map((change) => ({ ...change, record: null })),
      )
      expect(answers(oneByOne)).toEqual(answers(createBook()))
    }),
    { numRuns: 300 },
  )
})
