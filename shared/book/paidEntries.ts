import type { DocumentHead } from '#shared/document/documentHead.ts'
import type { PaymentHead } from '#shared/document/paymentHead.ts'
import { documentKey, ownChannel } from '#shared/document/projectDocument.ts'
import { growthOf, partsOf, settlementOf } from '#shared/document/settlement.ts'
import type { Event, Settled } from '#shared/document/settlement.ts'
import { dayOfIso } from '#shared/calendar/day.ts'
import { hashText } from '#shared/hash/hashText.ts'
import { entryAt } from './entryAt.ts'
import type { Book } from './book.ts'
import { accountKey } from './entry.ts'
import type { Entry } from './entry.ts'

const nothing: Settled = { earned: 0, givenUp: 0, refunded: 0 }

/** What payments make of an invoice and its credit notes: fees and what was given up; where income counts as it is paid, all of it. */
export function paidEntries(book: Book, owner: string): readonly Entry[] {
  const head = book.records.documents.get(owner)
  if (!head) return []
  const notes = notesOf(book, head)
  const payments = [...new Set([owner, ...notes.map(({ id }) => id)])].flatMap((id) => sharesIn(book, id))
  const fees = payments.flatMap(({ payment, fee }) => feeOf(payment, fee, documentKey(owner)))
  if (head.isVoid || !head.isIssued) return fees
  const events = eventsOf(head, notes, payments)
  const base = head.kind === 'invoice' ? entriesOf(book, head) : []
  const payable = base.reduce((sum, entry) => sum + moneyOf(entry), 0)
  const isCash = book.documents.income === 'cash'
  const steps = stepsOf(head, payable, events, isCash)
  const credited = notes.map((note) => entriesOf(book, note))
  const entries = events.flatMap(({ day, kind }, at) => {
    const [before, after] = [steps[at - 1] ?? nothing, steps[at] ?? nothing]
    const earned = isCash ? earnedIn(base, payable, before.earned, after.earned, kind === 'issued') : []
    return [
      ...earned,
      ...givenUpIn(base, before.givenUp, after.givenUp),
      ...refundedIn(credited, before.refunded, after.refunded),
    ].map((entry) => ({ ...entry, day }))
  })
  const rates = isCash && entries.length > 0 ? [...base, ...credited.flat()].filter(isRate) : []
  return [...entries, ...rates, ...fees]
}

const isRate = ({ kind }: Entry): boolean => kind === 'exchanged'
const moneyOf = (entry: Entry): number => (isRate(entry) || entry.kind === 'refundedTax' ? 0 : entry.amount)

function notesOf({ records, documents }: Book, head: DocumentHead): readonly DocumentHead[] {
  if (head.kind === 'creditNote') return [head]
  return (documents.notes.get(head.id) ?? [])
    .flatMap((id) => records.documents.get(id) ?? [])
    .toSorted((a, b) => compare(a.day, b.day) || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Share = { readonly payment: PaymentHead; readonly amount: number; readonly fee: number }

/** Payments of one document that were not voided, with what they pay of it and its part of their fee. */
function sharesIn({ records, documents }: Book, document: string): readonly Share[] {
  return (documents.payments.get(document) ?? []).flatMap((id): readonly Share[] => {
    const payment = records.payments.get(id)
    if (!payment || payment.isVoid) return []
    const at = payment.documents.indexOf(document)
    const fee = partsOf(payment.fee, payment.shares)[at] ?? 0
    return [{ payment, amount: payment.shares[at] ?? 0, fee }]
  })
}

function eventsOf(
  head: DocumentHead,
  notes: readonly DocumentHead[],
  shares: readonly Share[],
): readonly Event[] {
  const told: readonly (Event & { readonly id: string })[] = [
    { id: head.id, day: dayOfIso(head.day), kind: 'issued', amount: 0 },
    ...notes.map(
      ({ id, day, payable }) => ({ id, day: dayOfIso(day), kind: 'credited', amount: payable }) as const,
    ),
    ...shares.map(({ payment: { id, kind, day }, amount }): Event & { readonly id: string } => ({
      id,
      day: dayOfIso(day),
      kind: kind === 'writeOff' || kind === 'discount' ? 'givenUp' : 'paid',
      amount: kind === 'repayment' ? 0 - amount : amount,
    })),
  ]
  const order = ['issued', 'paid', 'givenUp', 'credited']
  return told.toSorted(
    (a, b) => a.day - b.day || order.indexOf(a.kind) - order.indexOf(b.kind) || compare(a.id, b.id),
  )
}

function stepsOf(
  head: DocumentHead,
  payable: number,
  events: readonly Event[],
  isCash: boolean,
): readonly Settled[] {
  if (!isCash) return givenUpOf(payable, events)
  return head.kind === 'invoice' ? settlementOf(payable, events) : repaidOf(head, events)
}

/** A credit note that takes back no invoice counts as it is paid out. */
function repaidOf(note: DocumentHead, events: readonly Event[]): readonly Settled[] {
  let repaid = 0
  return events.map(({ kind, amount }) => {
    if (kind === 'paid') repaid -= amount
    return { earned: 0, givenUp: 0, refunded: Math.min(Math.max(0, repaid), note.payable) }
  })
}

/** Where all counts when it is written, only what is given up is still to be told. */
function givenUpOf(payable: number, events: readonly Event[]): readonly Settled[] {
  let sum = 0
  return events.map(({ kind, amount }) => {
    if (kind === 'givenUp') sum += amount
    return { earned: 0, givenUp: Math.min(sum, Math.max(0, payable)), refunded: 0 }
  })
}

const entriesOf = (book: Book, { entries }: DocumentHead): readonly Entry[] =>
  Array.from({ length: entries?.count ?? 0 }, (_, at) => entryAt(book, (entries?.first ?? 0) + at))

/** What of an invoice counts as earned when that grows; an invoice over nothing counts when it is written. */
function earnedIn(
  base: readonly Entry[],
  payable: number,
  from: number,
  to: number,
  isIssue: boolean,
): readonly Entry[] {
  const told = base.filter((entry) => !isRate(entry))
  if (payable === 0) return isIssue ? told : []
  if (from === to) return []
  const amounts = growthOf(
    told.map(({ amount }) => amount),
    from,
    to,
  )
  const share = (quantity: number, of: number) => Math.round((quantity * of) / payable)
  return told.flatMap((entry, at) => {
    const amount = amounts[at] ?? 0
    const quantity = share(entry.quantity, to) - share(entry.quantity, from)
    return amount === 0 && quantity === 0 ? [] : [{ ...entry, amount, quantity }]
  })
}

/** What was given up is off what was sold, and takes its tax with it. */
function givenUpIn(base: readonly Entry[], from: number, to: number): readonly Entry[] {
  const told = base.filter((entry) => moneyOf(entry) !== 0)
  if (from === to) return []
  const amounts = growthOf(told.map(moneyOf), from, to)
  return told.flatMap((entry, at): readonly Entry[] => {
    const amount = 0 - (amounts[at] ?? 0)
    const kind = entry.kind === 'tax' || entry.kind === 'transfer' ? entry.kind : 'discount'
    return amount === 0 ? [] : [{ ...entry, kind, type: '', amount, quantity: 0 }]
  })
}

/** What of the credit notes went back when that grows: the earliest first. */
function refundedIn(credited: readonly (readonly Entry[])[], from: number, to: number): readonly Entry[] {
  if (from === to) return []
  let before = 0
  return credited.flatMap((note) => {
    const told = note.filter((entry) => !isRate(entry))
    const size = 0 - told.reduce((sum, entry) => sum + moneyOf(entry), 0)
    const within = (refunded: number) => Math.min(Math.max(refunded - before, 0), Math.max(size, 0))
    const [was, is] = [within(from), within(to)]
    before += size
    if (was === is) return []
    return [
      ...backIn(told, size, was, is, (entry) => entry.kind !== 'refundedTax'),
      ...backIn(told, size, was, is, (entry) => entry.kind === 'refundedTax'),
    ]
  })
}

function backIn(
  note: readonly Entry[],
  size: number,
  from: number,
  to: number,
  isOne: (entry: Entry) => boolean,
): readonly Entry[] {
  const told = note.filter(isOne)
  const weights = told.map(({ amount }) => amount)
  const whole = weights.reduce((sum, amount) => sum + amount, 0)
  const [was = 0] = partsOf(whole, [from, size - from])
  const [is = 0] = partsOf(whole, [to, size - to])
  return growthOf(weights, was, is).flatMap((amount, at) => {
    const entry = told[at]
    return entry && amount !== 0 ? [{ ...entry, amount }] : []
  })
}

function feeOf({ id, day, currency }: PaymentHead, fee: number, sale: Entry['sale']): readonly Entry[] {
  if (fee === 0) return []
  const entry: Entry = {
    sale,
    key: hashText(`payment:${id}`),
    day: dayOfIso(day),
    kind: 'fee',
    type: 'processing',
    status: 'counted',
    source: 'documents',
    flags: 0,
    account: accountKey(ownChannel, ''),
    stream: '',
    listing: '',
    buyer: '',
    label: '',
    currency,
    amount: 0 - fee,
    quantity: 0,
    file: 0,
    row: 0,
  }
  return [entry]
}

/** A fee of money that was not for any document yet belongs to no sale. */
export const feeWithoutDocument = (payment: PaymentHead): readonly Entry[] =>
  payment.isVoid || payment.documents.length > 0 ? [] : feeOf(payment, payment.fee, [0, 0])
