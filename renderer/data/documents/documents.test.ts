import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import {
  creditOf,
  depositOf,
  deductionsOf,
  duplicateOf,
  invoiceOf,
  leftOf,
  type IssuedDocument,
} from '#shared/document/derive.ts'
import type { Payment } from '#shared/document/payment.ts'
import { BrandDatabase } from '#data/database.ts'
import { newClient, mergeClients, saveClient } from '#data/clients.ts'
import { readBusiness, saveBusiness } from '#data/settings.ts'
import { uuidv7 } from '#data/uuid.ts'
import { newDraft, removeDrafts, remarkOn, saveDraft, voidDocument } from './documents.ts'
import { business, draft, item } from '#shared/document/inTests.ts'
import { issueDocument } from './issue.ts'
import { recordPayments, voidPayment } from './payments.ts'
import { verifyDocuments } from './verify.ts'

const now = '2026-03-02T09:00:00.000Z'
const today = '2026-03-02'
const inOrder = (a: string, b: string) => (a < b ? -1 : 1)
const open: BrandDatabase[] = []
afterEach(() => {
  for (const db of open.splice(0)) db.close()
})

async function database(): Promise<BrandDatabase> {
  const db = new BrandDatabase(uuidv7())
  open.push(db)
  const profile = { name: 'Tide & Fern', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' }
  const value = { ...profile, accent: '#0f766e', niche: '', logo: null, createdAt: now, sample: false }
  await db.settings.put({ id: 'profile', value })
  await saveBusiness(db, business)
  return db
}

async function kept(db: BrandDatabase, told = draft()): Promise<string> {
  const document = newDraft(told, now)
  expect((await saveDraft(db, document)).ok).toBe(true)
  return document.id
}

async function issued(db: BrandDatabase, told = draft(), day = today): Promise<IssuedDocument> {
  const result = await issueDocument(db, await kept(db, told), day, now)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.value
}

const paid = (document: IssuedDocument, amount: number, more: Partial<Payment> = {}) =>
  ({
    kind: 'payment',
    day: today,
    currency: 'EUR',
    amount,
    fee: 0,
    documents: [document.id],
    shares: [amount],
    client: null,
    method: 'bank',
    reference: '',
    note: '',
    ...more,
  }) as const

test('a draft has no number; issuing gives it the next of its series, its totals, its due day and its seller', async () => {
  const db = await database()
  const id = await kept(db)
  expect((await db.documents.get(id))?.issued).toBeNull()
  const result = await issueDocument(db, id, today, now)
  expect(result.ok && result.value.value.issued).toMatchObject({
    number: '2026-0001',
    day: today,
    due: [{ day: '2026-03-16', amount: 23_800 }],
    seller: { name: 'Tide & Fern', accent: '#0f766e' },
    totals: { lineTotal: 20_000, tax: 3_800, payable: 23_800 },
    rate: null,
  })
  expect((await issued(db)).issued.number).toBe('2026-0002')
  expect((await issued(db, draft({ kind: 'quote' }))).issued.number).toBe('Q-2026-0001')
})

test('however many drafts are issued at once, numbers have no gap and no double', async () => {
  const db = await database()
  const ids: string[] = []
  for (let at = 0; at < 25; at++) ids.push(await kept(db))
  await Promise.all(ids.map((id) => issueDocument(db, id, today, now)))
  const numbers = (await db.documents.toArray()).map((one) => one.issued?.number ?? '').toSorted(inOrder)
  expect(numbers).toEqual(Array.from({ length: 25 }, (_, at) => `2026-${String(at + 1).padStart(4, '0')}`))
  expect(await verifyDocuments(db)).toMatchObject({ entries: 25, faults: [] })
})

test('a draft that lacks what no invoice may lack takes no number, and every reason is told', async () => {
  const db = await database()
  const none = draft({ lines: [item('a', '1', '10', { title: ' ' })] })
  const id = await kept(db, {
    ...none,
    content: { ...none.content, buyer: { ...none.content.buyer, name: '' } },
  })
  expect(await issueDocument(db, id, today, now)).toEqual({
    ok: false,
    error: [{ code: 'buyer-name' }, { code: 'line-title', line: 0 }],
  })
  expect(await db.series.count()).toBe(0)
  expect(await db.journal.count()).toBe(0)
  expect((await issued(db)).issued.number).toBe('2026-0001')
})

test('what has a number cannot be saved over, issued again or deleted', async () => {
  const db = await database()
  const invoice = await issued(db)
  const changed = { ...invoice, content: { ...invoice.content, subject: 'Another' } }
  expect(await saveDraft(db, changed)).toEqual({ ok: false, error: { code: 'already-issued' } })
  expect(await removeDrafts(db, [invoice.id])).toEqual({ ok: false, error: { code: 'already-issued' } })
  expect(await issueDocument(db, invoice.id, today, now)).toEqual({
    ok: false,
    error: [{ code: 'already-issued' }],
  })
  expect(await db.documents.get(invoice.id)).toEqual(invoice)
})

test('a voided invoice keeps its number; one that was paid or credited cannot be voided', async () => {
  const db = await database()
  const [first, second, third] = [await issued(db), await issued(db), await issued(db)]
  await recordPayments(db, [paid(second, 100)], now)
  await issued(db, creditOf(third))
  const voided = { day: today, reason: 'Wrong client' }
  expect((await voidDocument(db, first.id, voided, now)).ok).toBe(true)
  expect(await voidDocument(db, first.id, voided, now)).toEqual({
    ok: false,
    error: { code: 'already-void' },
  })
  expect(await voidDocument(db, second.id, voided, now)).toEqual({ ok: false, error: { code: 'paid' } })
  expect(await voidDocument(db, third.id, voided, now)).toEqual({ ok: false, error: { code: 'credited' } })
  expect((await db.documents.get(first.id))?.issued?.number).toBe('2026-0001')
  expect((await issued(db)).issued.number).toBe('2026-0004')
})

test('credit notes take back no more than the invoice asked for', async () => {
  const db = await database()
  const invoice = await issued(db)
  const whole = creditOf(invoice)
  const half = { ...whole, content: { ...whole.content, lines: [item('a', '1', '100')] } }
  expect((await issued(db, half)).issued).toMatchObject({
    number: 'CN-2026-0001',
    totals: { payable: 11_900 },
  })
  const id = await kept(db, whole)
  expect(await issueDocument(db, id, today, now)).toEqual({
    ok: false,
    error: [{ code: 'credits-too-much', left: 11_900 }],
  })
  await issued(db, half)
})

test('a deposit of 30 per cent, a first part and the rest come to what the quote said', async () => {
  const db = await database()
  // 10 × 100.00 + 3 × 33.33 = 1,099.99 + 19 % = 209.00 → 1,308.99
  const lines = [item('a', '10', '100'), item('b', '3', '33.33')]
  const quote = await issued(db, draft({ kind: 'quote', lines }))
  expect(quote.issued.totals.payable).toBe(130_899)
  const asked = depositOf(quote, '30', 'Deposit', (at) => `d${at}`)
  // 30 % of 1,099.99 = 330.00; + 62.70
  const deposit = await issued(db, asked ?? draft())
  expect(deposit.issued.totals).toMatchObject({ taxExclusive: 33_000, tax: 6_270, payable: 39_270 })
  const part = await issued(db, invoiceOf(quote, [], new Map([['a', '4']])))
  expect(part.issued.totals.payable).toBe(47_600)
  const left = leftOf(quote, [deposit, part])
  expect([...left]).toEqual([
    ['a', '6'],
    ['b', '3'],
  ])
  // 6 × 100.00 + 99.99 = 699.99 + 133.00 = 832.99, less 392.70
  const final = await issued(
    db,
    invoiceOf(
      quote,
      deductionsOf([deposit], () => 0),
      left,
    ),
  )
  expect(final.issued.totals).toMatchObject({ taxInclusive: 83_299, prepaid: 39_270, payable: 44_029 })
  expect(await voidDocument(db, deposit.id, { day: today, reason: '' }, now)).toEqual({
    ok: false,
    error: { code: 'deducted' },
  })
  expect(await voidDocument(db, quote.id, { day: today, reason: '' }, now)).toEqual({
    ok: false,
    error: { code: 'invoiced' },
  })
})

test('a payment pays several invoices in part, and is taken out of the sums by voiding it', async () => {
  const db = await database()
  const [first, second] = [await issued(db), await issued(db)]
  const both = paid(first, 30_000, { documents: [first.id, second.id], shares: [23_800, 6_200] })
  const result = await recordPayments(db, [both], now)
  expect(result.ok).toBe(true)
  const [payment] = await db.payments.where('documents').equals(second.id).toArray()
  expect(payment).toMatchObject({ amount: 30_000, shares: [23_800, 6_200], voided: null })
  const voided = { day: '2026-03-03', reason: 'Bounced' }
  expect((await voidPayment(db, payment?.id ?? '', voided, now)).ok).toBe(true)
  expect(await voidPayment(db, payment?.id ?? '', voided, now)).toEqual({
    ok: false,
    error: { code: 'already-void' },
  })
  expect((await voidDocument(db, second.id, { day: today, reason: '' }, now)).ok).toBe(true)
})

test('what was paid and what is given up for paying early are written down together, or neither is', async () => {
  const db = await database()
  const invoice = await issued(db)
  const given = paid(invoice, 476, { kind: 'discount' })
  const refused = await recordPayments(db, [paid(invoice, 23_324), { ...given, currency: 'USD' }], now)
  expect(refused).toEqual({ ok: false, error: { code: 'other-currency', at: 0 } })
  expect([await db.payments.count(), await db.journal.count()]).toEqual([0, 1])
  expect((await recordPayments(db, [paid(invoice, 23_324), given], now)).ok).toBe(true)
  expect(await db.changes.orderBy('seq').last()).toMatchObject({ name: 'record payment' })
  expect(await verifyDocuments(db)).toMatchObject({ entries: 3, faults: [] })
})

test.each([
  [{ amount: 0, shares: [0] }, { code: 'amount' }],
  [{ amount: 100, shares: [101] }, { code: 'too-much-shared' }],
  [
    { amount: 100, shares: [-5] },
    { code: 'share', at: 0 },
  ],
  [
    { amount: 100, shares: [] },
    { code: 'share', at: 0 },
  ],
  [{ amount: 100, shares: [100], fee: 101 }, { code: 'fee' }],
  [
    { amount: 100, shares: [100], currency: 'USD' },
    { code: 'other-currency', at: 0 },
  ],
  [
    { amount: 100, shares: [100], documents: ['none'] },
    { code: 'gone', at: 0 },
  ],
] as const)('a payment with %o is refused, and nothing is kept of it', async (more, error) => {
  const db = await database()
  const invoice = await issued(db)
  expect(await recordPayments(db, [paid(invoice, 100, more)], now)).toEqual({ ok: false, error })
  expect([await db.payments.count(), await db.journal.count()]).toEqual([0, 1])
})

test('every issue, void and payment is in the journal, and a document changed behind its back is found', async () => {
  const db = await database()
  const [first, second] = [await issued(db), await issued(db)]
  await recordPayments(db, [paid(first, 23_800, { client: 'c' })], now)
  await voidDocument(db, second.id, { day: today, reason: '' }, now)
  expect((await db.journal.orderBy('id').toArray()).map(({ act, number }) => [act, number])).toEqual([
    ['issue', '2026-0001'],
    ['issue', '2026-0002'],
    ['payment', ''],
    ['void', '2026-0002'],
  ])
  await remarkOn(db, [first.id], { sent: today, links: { client: 'd', lines: {} } })
  expect(await verifyDocuments(db)).toMatchObject({ entries: 4, faults: [] })
  const content = { ...first.content, lines: [item('a', '2', '101')] }
  await db.documents.put({ ...first, content })
  expect((await verifyDocuments(db)).faults).toEqual([
    { code: 'content-changed', seq: 1, act: 'issue', number: '2026-0001', document: first.id },
  ])
  await db.journal.delete('0000000002')
  expect((await verifyDocuments(db)).faults).toEqual([
    { code: 'content-changed', seq: 1, act: 'issue', number: '2026-0001', document: first.id },
    { code: 'missing', seq: 3, act: 'payment', number: '2026-0001', document: first.id },
    { code: 'not-told', seq: 0, act: 'issue', number: '2026-0002', document: second.id },
  ])
})

test('documents and payments follow their client into a merge, and the journal still holds', async () => {
  const db = await database()
  const [ana, anna] = [newClient('Ana', now), newClient('Anna', now)]
  await saveClient(db, ana)
  await saveClient(db, anna)
  const told = draft()
  const invoice = await issued(db, { ...told, links: { client: anna.id, lines: {} } })
  await recordPayments(db, [paid(invoice, 23_800, { client: anna.id })], now)
  const rows = [ana, anna].map(({ id, name }) => ({ key: id, isRecord: true, name, mail: '' }))
  await mergeClients(db, [rows], now)
  expect((await db.documents.get(invoice.id))?.links.client).toBe(ana.id)
  expect((await db.payments.toArray()).map(({ client }) => client)).toEqual([ana.id])
  expect((await verifyDocuments(db)).faults).toEqual([])
})

test('what stands on documents is said once, and can be said anew without touching those issued', async () => {
  const db = await database()
  expect(await readBusiness(db)).toEqual(business)
  const invoice = await issued(db)
  await saveBusiness(db, { ...business, name: 'Tide & Fern GmbH' })
  expect((await db.documents.get(invoice.id))?.issued?.seller.name).toBe('Tide & Fern')
  expect((await issued(db)).issued.seller.name).toBe('Tide & Fern GmbH')
})

test('a copy of an invoice is a draft like it, that takes nothing back and deducts nothing', async () => {
  const db = await database()
  const invoice = await issued(db, draft({ day: '2026-02-01', subject: 'Spring' }))
  const copy = duplicateOf(creditedAndDeducted(invoice))
  expect(copy.content).toEqual({ ...invoice.content, day: null })
  expect((await issued(db, copy)).issued).toMatchObject({ number: '2026-0002', day: today })
})

const creditedAndDeducted = (invoice: IssuedDocument): IssuedDocument => {
  const ref = { document: invoice.id, number: '7', day: today }
  const content = { ...invoice.content, credits: ref, deducts: [{ ...ref, amount: 1, tax: 0 }] }
  return { ...invoice, content }
}

test('a number another series gave is passed over', async () => {
  const db = await database()
  const series = {
    id: 'old',
    kinds: ['invoice'],
    pattern: '{YYYY}-{0001}',
    reset: 'never',
    start: 1,
    last: [],
  } as const
  await issued(db)
  await db.series.put(series)
  const id = await kept(db)
  const result = await issueDocument(db, id, today, now, 'old')
  expect(result.ok && result.value.value.issued.number).toBe('2026-0002')
})
