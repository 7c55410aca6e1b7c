import { accountKey, buyerText, listingText } from '#shared/book/entry.ts'
import type { Entry, Key } from '#shared/book/entry.ts'
import { dayOfIso } from '#shared/calendar/day.ts'
import { hashText } from '#shared/hash/hashText.ts'
import { exponentOf } from '#shared/money/currencies.ts'
import type { IssuedDocument } from './derive.ts'
import type { Document, ItemLine } from './document.ts'
import { readDecimal, rounded } from './fraction.ts'
import { partsOf } from './settlement.ts'
import { itemsOf } from './totalsOf.ts'

/** The channel of what a person invoices themselves. */
export const ownChannel = 'own'

/** The key of an invoice among the sales of the book; a credit note counts in that of the invoice it takes back. */
export const documentKey = (id: string): Key => hashText(`document:${id}`)

/**
 * A document as entries on its own day, signed by their effect on the seller: an invoice as a sale, a credit note as a
 * refund of it. What the client keeps back for the tax office is the seller's own money on its way; what deposits asked for
 * before is off the lines. The amounts come to what is to be paid. Quotes, drafts and what was voided are no money.
 */
export function projectDocument(document: Document): readonly Entry[] {
  const { content, issued, voided } = document
  if (issued === null || voided !== null || content.kind === 'quote') return []
  const told = { ...document, issued }
  const entries = content.kind === 'invoice' ? invoiceOf(told) : creditOf(told)
  return entries
    .filter(({ kind, amount }) => amount !== 0 || kind === 'line')
    .map((entry, at) => ({ ...entry, key: hashText(`${document.id}:${at}`) }))
}

function invoiceOf(document: IssuedDocument): readonly Entry[] {
  const { totals } = document.issued
  const base = baseOf(document)
  const deducted = deductedOf(document)
  const nets = totals.lines.map(({ net }) => net)
  const sold = nets.reduce((sum, net) => sum + Math.max(0, net), 0)
  const off = Math.max(0, Math.min(deducted.net, sold))
  const offLines = partsOf(
    off,
    nets.map((net) => Math.max(0, net)),
  )
  return [
    ...itemsOf(document.content).map((line, at) => {
      const net = nets[at] ?? 0
      const tied = { ...base, ...soldAs(document, line, at) }
      return net < 0
        ? ({ ...tied, kind: 'discount', amount: net } as const)
        : ({
            ...tied,
            kind: 'line',
            type: 'item',
            amount: net - (offLines[at] ?? 0),
            quantity: pieces(line),
          } as const)
    }),
    { ...base, kind: 'discount', amount: off - deducted.net - totals.allowances },
    { ...base, kind: 'other', amount: totals.charges + totals.rounding },
    { ...base, kind: 'tax', amount: totals.tax - deducted.tax },
    { ...base, kind: 'transfer', amount: 0 - withheldOf(document) },
    ...rateOf(document, base),
  ]
}

/** What goes back, by what was sold. The tax in it is stated. */
function creditOf(document: IssuedDocument): readonly Entry[] {
  const { totals } = document.issued
  const deducted = deductedOf(document)
  const lines = itemsOf(document.content)
  const weights = totals.lines.map(({ net }) => Math.max(0, net))
  const base = baseOf(document)
  const back = (kind: 'refund' | 'refundedTax', amount: number): readonly Entry[] =>
    weights.some((weight) => weight > 0)
      ? partsOf(amount, weights).map((part, at) => {
          const line = lines[at]
          return { ...base, ...(line ? soldAs(document, line, at) : {}), kind, amount: part }
        })
      : [{ ...base, kind, amount }]
  return [
    ...back('refund', 0 - (totals.taxInclusive - totals.prepaid + totals.rounding)),
    ...back('refundedTax', totals.tax - deducted.tax),
    { ...base, kind: 'transfer', amount: withheldOf(document) },
    ...(document.content.credits === null ? rateOf(document, base) : []),
  ]
}

function baseOf(document: IssuedDocument): Entry {
  const { id, content, issued } = document
  const { credits, currency } = content
  return {
    sale: documentKey(credits?.document ?? id),
    key: [0, 0],
    day: dayOfIso(issued.day),
    kind: 'line',
    type: '',
    status: 'counted',
    source: 'documents',
    flags: 0,
    account: accountKey(ownChannel, ''),
    stream: '',
    listing: '',
    buyer: credits === null ? buyerOf(document) : '', // that of its invoice
    label: credits === null ? issued.number : '',
    currency,
    amount: 0,
    quantity: 0,
    file: 0,
    row: 0,
  }
}

function buyerOf({ links, content: { buyer } }: Document): string {
  const name = buyer.name.trim()
  if (links.client !== null) return buyerText(`client:${links.client}`, name)
  return name === '' ? '' : buyerText(`name:${name.toLowerCase()}`, name)
}

const soldAs = (
  { links }: Document,
  { id, title, sku }: ItemLine,
  at: number,
): Pick<Entry, 'stream' | 'listing' | 'row'> => {
  const link = links.lines[id]
  return {
    stream: link?.stream ?? '',
    listing: link?.product
      ? listingText(`product:${link.product}`, title, '')
      : listingText(`name:${title.trim().toLowerCase()}`, title, sku),
    row: at,
  }
}

/** Whole pieces: hours and metres are rounded, and what was sold at all is at least one. */
function pieces({ quantity }: ItemLine): number {
  const exact = readDecimal(quantity)
  if (exact === null || exact.top <= 0n) return 0
  return Math.min(Math.max(1, rounded(exact)), 0x7fffffff)
}

const deductedOf = ({ content: { deducts } }: Document) => {
  const tax = deducts.reduce((sum, one) => sum + one.tax, 0)
  return { tax, net: deducts.reduce((sum, { amount }) => sum + amount, 0) - tax }
}

const withheldOf = ({ issued }: IssuedDocument): number =>
  issued.totals.withheld.reduce((sum, { amount }) => sum + amount, 0)

/** The rate that was written down with the number, as a sum in either currency. */
function rateOf({ content, issued: { rate } }: IssuedDocument, base: Entry): readonly Entry[] {
  const exact = rate && readDecimal(rate.rate)
  if (!rate || !exact) return []
  const from = exact.bottom * 10n ** BigInt(exponentOf(content.currency))
  const to = exact.top * 10n ** BigInt(exponentOf(rate.to))
  const [bottom, top] = [Number(from), Number(to)]
  if (!Number.isSafeInteger(bottom) || !Number.isSafeInteger(top)) return []
  return [
    { ...base, kind: 'exchanged', amount: bottom },
    { ...base, kind: 'exchanged', currency: rate.to, amount: top },
  ]
}
