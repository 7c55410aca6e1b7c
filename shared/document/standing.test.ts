import { expect, test } from 'vitest'
import { draft, issuedAs } from './inTests.ts'
import { openAmount, overdueSince, standingOf } from './standing.ts'

const nothing = { paid: 0, credited: 0, isInvoiced: false }
/** 238.00, due in three parts: 38.00, 100.00 and 100.00. */
const due = [
  { day: '2026-03-10', amount: 3_800 },
  { day: '2026-04-10', amount: 10_000 },
  { day: '2026-05-10', amount: 10_000 },
]
const invoice = issuedAs(draft(), { due })

test.each([
  [0, 0, '2026-03-10', 'open', 23_800],
  [0, 0, '2026-03-11', 'overdue', 23_800],
  [3_800, 0, '2026-03-11', 'partlyPaid', 20_000],
  [3_799, 0, '2026-03-11', 'overdue', 20_001],
  [3_800, 10_000, '2026-05-10', 'partlyPaid', 10_000],
  [3_800, 10_000, '2026-05-11', 'overdue', 10_000],
  [23_800, 0, '2026-06-01', 'paid', 0],
  [24_000, 0, '2026-06-01', 'paid', -200],
  [0, 23_800, '2026-06-01', 'credited', 0],
  [3_800, 20_000, '2026-06-01', 'paid', 0],
] as const)(
  'with %i paid and %i credited of three parts, an invoice is on %s %s',
  (paid, credited, today, standing, open) => {
    const settled = { ...nothing, paid, credited }
    expect(standingOf(invoice, settled, today)).toBe(standing)
    expect(openAmount(invoice, settled)).toBe(open)
  },
)

test('an invoice is late since the first part that is not settled', () => {
  expect(overdueSince(invoice, { ...nothing, paid: 13_799 }, '2026-06-01')).toBe('2026-04-10')
  expect(overdueSince(invoice, { ...nothing, paid: 13_800 }, '2026-05-01')).toBeNull()
})

test('a draft and a void document ask for nothing', () => {
  const voided = { ...invoice, voided: { day: '2026-03-01', reason: '' } }
  expect([standingOf(voided, nothing, '2026-06-01'), openAmount(voided, nothing)]).toEqual(['void', 0])
  const unnumbered = { ...invoice, issued: null }
  expect([standingOf(unnumbered, nothing, '2026-06-01'), openAmount(unnumbered, nothing)]).toEqual([
    'draft',
    0,
  ])
})

test('a quote is open until it is answered, invoiced or out of date', () => {
  const quote = issuedAs(draft({ kind: 'quote', validUntil: '2026-03-31' }), { due: [] })
  expect(standingOf(quote, nothing, '2026-03-31')).toBe('open')
  expect(standingOf(quote, nothing, '2026-04-01')).toBe('expired')
  const accepted = { ...quote, answer: { day: '2026-03-20', accepted: true } }
  expect(standingOf(accepted, nothing, '2026-04-01')).toBe('accepted')
  expect(
    standingOf({ ...quote, answer: { day: '2026-03-20', accepted: false } }, nothing, '2026-03-21'),
  ).toBe('declined')
  expect(standingOf(accepted, { ...nothing, isInvoiced: true }, '2026-04-01')).toBe('invoiced')
})

test('a credit note is issued, and never open', () => {
  const note = issuedAs(draft({ kind: 'creditNote' }), { due: [] })
  expect([standingOf(note, nothing, '2026-06-01'), openAmount(note, nothing)]).toEqual(['issued', 0])
})
