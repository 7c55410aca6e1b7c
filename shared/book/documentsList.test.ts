import { expect, test } from 'vitest'
import { creditOf } from '#shared/document/derive.ts'
import type { IssuedDocument } from '#shared/document/derive.ts'
import type { Document } from '#shared/document/document.ts'
import { draft, issuedAs, item } from '#shared/document/inTests.ts'
import { emptyParty } from '#shared/document/party.ts'
import type { Payment } from '#shared/document/payment.ts'
import { applyRecords } from './applyRecords.ts'
import { createBook } from './book.ts'
import type { DocumentsQuestion } from './documentQuestions.ts'
import { documents } from './documents.ts'
import { client, put } from './sampleShop.ts'

type Told = {
  readonly day?: string
  readonly number?: string
  readonly price?: string
  readonly due?: string
}
const made = (
  id: string,
  { day = '2026-03-02', number = id, price = '100', due = '2026-03-16' }: Told,
  content: Parameters<typeof draft>[0] = {},
): IssuedDocument => {
  const one = issuedAs(draft({ lines: [item('1', '1', price)], ...content }), { day, number })
  const parts = one.content.kind === 'invoice' ? [{ day: due, amount: one.issued.totals.payable }] : []
  return { ...one, id, issued: { ...one.issued, due: parts } }
}
const paid = (id: string, document: string, amount: number): Payment => ({
  ...{ id, kind: 'payment', day: '2026-03-10', currency: 'EUR', amount, fee: 0, client: null, method: '' },
  ...{ documents: [document], shares: [amount], reference: '', note: '', voided: null, createdAt: '' },
})
const named = (name: string) => ({ buyer: { ...emptyParty, name } })

/** 119.00 and 238.00 each of Ana and Ben, paid in part; one of them overdue on 20 March. */
const all: readonly Document[] = [
  { ...made('d1', { number: 'Q-1', price: '300' }, { kind: 'quote', ...named('Ana') }), sent: '2026-03-03' },
  made('d2', { number: 'R-9', day: '2026-03-04', due: '2026-03-18' }, { ...named('Ána'), subject: 'Logo' }),
  {
    ...made('d3', { number: 'R-10', day: '2026-03-05', price: '200', due: '2026-04-01' }, named('Ben')),
    links: { client: 'c1', lines: {} },
  },
  { ...made('d4', {}, named('Cem')), issued: null },
  { ...made('d5', { number: 'R-11' }, named('Ben')), voided: { day: '2026-03-06', reason: '' } },
  made('d6', { number: 'R-12', day: '2026-03-07' }, { ...named('Dora'), currency: 'USD' }),
]
const note = {
  ...issuedAs(creditOf(made('d6', {})), { number: 'G-1', day: '2026-03-08', due: [] }),
  id: 'd7',
}
const book = createBook()
applyRecords(book, [
  put('clients', client({ id: 'c1', name: 'Ben & Co' })),
  ...[...all, { ...note, content: { ...note.content, currency: 'USD' } }].map((one) => put('documents', one)),
  put('payments', paid('p1', 'd2', 1900)),
  put('payments', paid('p2', 'd3', 23800)),
])

const ask = (told: Partial<DocumentsQuestion> = {}) =>
  documents(book, {
    today: '2026-03-20',
    filter: {},
    sort: { by: 'number', descending: false },
    from: 0,
    count: 99,
    ...told,
  })
const keys = (told: Partial<DocumentsQuestion> = {}) => ask(told).rows.map(({ key }) => key)

test('each document says how it stands today and what is open', () => {
  expect(
    ask().rows.map(({ number, standing, payable, open, due }) => [number, standing, payable, open, due]),
  ).toEqual([
    ['G-1', 'issued', -11900, 0, ''],
    ['Q-1', 'open', 35700, 0, ''],
    ['R-9', 'overdue', 11900, 10000, '2026-03-18'],
    ['R-10', 'paid', 23800, 0, ''],
    ['R-11', 'void', 11900, 0, ''],
    ['R-12', 'credited', 11900, 0, ''],
    ['', 'draft', 11900, 0, ''],
  ])
  expect(ask({ today: '2026-03-18', filter: { text: 'r-9' } }).rows[0]?.standing).toBe('partlyPaid')
})

test('sums are of invoices less credit notes, by currency; quotes, drafts and voids are not among them', () => {
  expect(ask()).toMatchObject({
    total: 7,
    sums: [
      { currency: 'EUR', total: 35700, open: 10000, overdue: 10000 },
      { currency: 'USD', total: 0, open: 0, overdue: 0 },
    ],
    ...{ unpaid: 1, overdue: 1, drafts: 1 },
  })
  expect(ask({ filter: { kinds: ['quote'] } }).sums).toEqual([
    { currency: 'EUR', total: 35700, open: 0, overdue: 0 },
  ])
  expect(ask({ filter: { isDraft: true } }).sums).toMatchObject([{ total: 11900 }])
})

test.each([
  [{ kinds: ['creditNote'] }, ['d7']],
  [{ isDraft: true }, ['d4']],
  [{ standings: ['overdue', 'paid'] }, ['d2', 'd3']],
  [{ from: '2026-03-04', to: '2026-03-07' }, ['d2', 'd3', 'd6']],
  [{ clients: ['c1'] }, ['d3']],
  [{ clients: ['own\u001fname:dora'] }, ['d6']],
  [{ currencies: ['USD'] }, ['d7', 'd6']],
  [{ amount: { currency: 'EUR', from: 20000, to: 30000 } }, ['d3']],
  [{ text: 'ana' }, ['d1', 'd2']],
  [{ text: 'ana logo' }, ['d2']],
  [{ text: 'r-1' }, ['d3', 'd5', 'd6']],
] as const)('the filter %j lets through %j', (filter, expected) => {
  expect(keys({ filter })).toEqual(expected)
})

test.each([
  ['day', true, ['d7', 'd6', 'd3', 'd2', 'd5', 'd4', 'd1']],
  ['number', true, ['d4', 'd6', 'd5', 'd3', 'd2', 'd1', 'd7']],
  ['buyer', false, ['d1', 'd2', 'd5', 'd3', 'd4', 'd6', 'd7']],
  ['payable', true, ['d1', 'd3', 'd6', 'd5', 'd4', 'd2', 'd7']],
  ['open', true, ['d2', 'd7', 'd6', 'd5', 'd4', 'd3', 'd1']],
] as const)('sorted by %s', (by, descending, expected) => {
  expect(keys({ sort: { by, descending } })).toEqual(expected)
})

test('what is selected is a question like any other', () => {
  expect(ask({ keys: ['d2', 'd3'], count: 0 }).sums).toMatchObject([{ total: 35700, open: 10000 }])
  expect(ask({ exceptKeys: ['d2'], count: 0 }).total).toBe(6)
  expect(keys({ from: 2, count: 2 })).toEqual(['d2', 'd3'])
})

test('a payment that is taken back opens what it paid', () => {
  const other = createBook()
  const one = made('d1', {})
  applyRecords(other, [put('documents', one), put('payments', paid('p', 'd1', 11900))])
  const asked = {
    today: '2026-03-20',
    filter: {},
    sort: { by: 'day', descending: true },
    from: 0,
    count: 9,
  } as const
  expect(documents(other, asked).rows[0]?.standing).toBe('paid')
  applyRecords(other, [
    put('payments', { ...paid('p', 'd1', 11900), voided: { day: '2026-03-19', reason: '' } }),
  ])
  expect(documents(other, asked).rows[0]).toMatchObject({ standing: 'overdue', open: 11900 })
})
