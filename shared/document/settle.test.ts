import { expect, test } from 'vitest'
import { draft, issuedAs } from './inTests.ts'
import type { Payment } from './payment.ts'
import { allocated, paidOf, settledOf } from './settle.ts'
import { openAmount } from './standing.ts'

const invoice = issuedAs(draft())
const payment = (told: Partial<Payment>): Payment => ({
  id: 'p',
  kind: 'payment',
  day: '2026-03-10',
  currency: 'EUR',
  amount: 10_000,
  fee: 0,
  documents: [invoice.id],
  shares: [10_000],
  client: null,
  method: 'bank',
  reference: '',
  note: '',
  voided: null,
  createdAt: '2026-03-10T09:00:00.000Z',
  ...told,
})

test('of 238.00, a part paid, a part given up and a part paid back leave what is open', () => {
  const payments = [
    payment({}),
    payment({ kind: 'writeOff', amount: 800, shares: [800] }),
    payment({ kind: 'repayment', amount: 3_000, shares: [3_000] }),
    payment({ voided: { day: '2026-03-11', reason: 'wrong' } }),
    payment({ amount: 5_000, documents: ['other', invoice.id], shares: [4_000, 1_000] }),
  ]
  const settled = settledOf(invoice.id, { payments, credits: [], followers: [] })
  expect(settled).toEqual({ paid: 8_800, credited: 0, isInvoiced: false }) // 100 + 8 − 30 + 10
  expect(openAmount(invoice, settled)).toBe(15_000)
  expect(paidOf('nobody', payment({}))).toBe(0)
})

test('a quote with a deposit invoice alone is not invoiced yet', () => {
  const deposit = issuedAs(draft({ isDeposit: true }))
  const related = { payments: [], credits: [], followers: [deposit] }
  expect(settledOf('q', related).isInvoiced).toBe(false)
  expect(settledOf('q', { ...related, followers: [deposit, invoice] }).isInvoiced).toBe(true)
})

test('one payment pays several invoices, the first first, and never more than is open', () => {
  const open = [
    { id: 'a', open: 100 },
    { id: 'b', open: 250 },
    { id: 'c', open: 50 },
  ]
  expect(allocated(300, open).map(({ share }) => share)).toEqual([100, 200, 0])
  expect(allocated(1000, open).map(({ share }) => share)).toEqual([100, 250, 50])
})
