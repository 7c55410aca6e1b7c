import { decimalText } from '#shared/money/decimalText.ts'
import type { Totals } from './calculation.ts'
import type { Content, Deduction, Document, DocumentLine, Issued, ItemLine, Links } from './document.ts'
import { refOf } from './document.ts'
import { decimalOf, nothing, over, plus, readDecimal, rounded, times, whole } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { sharesOf } from './share.ts'
import { itemsOf } from './totalsOf.ts'

export type IssuedDocument = Document & { readonly issued: Issued }
/** What a new draft begins with. */
export type Draft = { readonly content: Content; readonly links: Links }

/** What is true of one document only, and of none made from it. */
const fresh = {
  day: null,
  delivered: null,
  validUntil: null,
  follows: null,
  credits: null,
  isDeposit: false,
  deducts: [],
} as const

/** The same once more, for another time or another buyer. */
export const duplicateOf = ({ content, links }: Document): Draft => ({
  content: { ...content, ...fresh },
  links,
})

/** Takes a whole invoice back; a person takes lines out or lowers them to take back a part. */
export const creditOf = (invoice: IssuedDocument): Draft => ({
  content: {
    ...invoice.content,
    ...fresh,
    kind: 'creditNote',
    credits: refOf(invoice),
    deducts: invoice.content.deducts,
    isDeposit: invoice.content.isDeposit,
    terms: { kind: 'onReceipt' },
    earlyPayment: null,
    opening: '',
    closing: '',
    files: [],
  },
  links: invoice.links,
})

/** What is left of a quote to be invoiced: by item line, the quantity that earlier invoices did not take up (decimal text). */
export function leftOf(
  quote: IssuedDocument,
  invoices: readonly IssuedDocument[],
): ReadonlyMap<string, string> {
  const left = new Map<string, string>()
  for (const { id, quantity } of itemsOf(quote.content)) {
    const taken = invoices
      .filter(({ voided, content }) => voided === null && !content.isDeposit)
      .flatMap(({ content }) => itemsOf(content))
      .filter((line) => line.id === id)
      .map((line) => line.quantity)
    left.set(id, minus(quantity, taken))
  }
  return left
}

/**
 * An invoice of a quote: of all of it, or of these quantities by item line (decimal text; lines without one are left out).
 * What deposits asked for before is taken off.
 */
export function invoiceOf(
  quote: IssuedDocument,
  deposits: readonly Deduction[] = [],
  quantities: ReadonlyMap<string, string> | null = null,
): Draft {
  const chosen = (line: DocumentLine): readonly DocumentLine[] => {
    if (line.kind !== 'item' || quantities === null) return [line]
    const quantity = quantities.get(line.id) ?? '0'
    return isZero(quantity) ? [] : [{ ...line, quantity }]
  }
  const content: Content = {
    ...quote.content,
    ...fresh,
    kind: 'invoice',
    follows: refOf(quote),
    lines: quote.content.lines.flatMap(chosen),
    deducts: deposits,
    opening: '',
  }
  return { content, links: quote.links }
}

/**
 * A deposit invoice on a quote: `percent` (decimal text) of it, one line for each set of taxes, in the quote's own way of
 * pricing. Null where the percentage is no number above 0. `lineId` names each new line, `title` is what it says.
 */
export function depositOf(
  quote: IssuedDocument,
  percent: string,
  title: string,
  lineId: (at: number) => string,
): Draft | null {
  const share = readDecimal(percent)
  if (!share || share.top <= 0n) return null
  const { content } = quote
  const lines = sumsByTaxes(quote.content, quote.issued.totals).map(({ taxes, amount }, at): ItemLine => {
    const part = rounded(over(times(whole(amount), share), whole(100)))
    return {
      ...blankItem,
      id: lineId(at),
      title,
      unitPrice: decimalText(part, content.currency),
      taxes,
    }
  })
  return {
    content: {
      ...content,
      ...fresh,
      kind: 'invoice',
      follows: refOf(quote),
      isDeposit: true,
      lines,
      adjustments: [],
      opening: '',
      closing: '',
      files: [],
    },
    links: { client: quote.links.client, lines: {} },
  }
}

/** What deposit invoices asked for, to be taken off the invoice that follows; those that were voided ask for nothing. */
export const deductionsOf = (
  deposits: readonly IssuedDocument[],
  creditedOf: (id: string) => number,
): readonly Deduction[] =>
  deposits
    .filter(({ content, voided }) => content.isDeposit && voided === null)
    .map((deposit) => ({
      ...refOf(deposit),
      amount: deposit.issued.totals.taxInclusive - creditedOf(deposit.id),
      tax: deposit.issued.totals.tax,
    }))
    .filter(({ amount }) => amount > 0)

/** A line that says nothing yet: one piece, at no price. */
export const blankItem: Omit<ItemLine, 'id'> = {
  kind: 'item',
  title: '',
  details: '',
  sku: '',
  unit: 'C62',
  quantity: '1',
  unitPrice: '0',
  priceQuantity: '1',
  adjustments: [],
  taxes: [],
}

/** What each set of taxes comes to as the prices are, in minor units, with what is taken off or put on the whole. */
function sumsByTaxes(
  content: Content,
  totals: Totals,
): readonly { readonly taxes: readonly string[]; readonly amount: number }[] {
  const lines = itemsOf(content).map(({ taxes }, at) => ({ taxes, amount: totals.lines[at]?.amount ?? 0 }))
  return sharesOf(lines, content.adjustments)
    .map((share) => ({
      taxes: share.taxes,
      amount: [...share.lines, ...share.parts].reduce((sum, { amount }) => sum + amount, 0),
    }))
    .filter(({ amount }) => amount > 0)
}

/** Decimal texts that can be read; one that cannot is 0. */
const minus = (text: string, others: readonly string[]): string =>
  decimalOf(
    others.reduce(
      (left, other) => plus(left, negative(readDecimal(other) ?? nothing)),
      readDecimal(text) ?? nothing,
    ),
  )
const negative = ({ top, bottom }: Fraction): Fraction => ({ top: 0n - top, bottom })
const isZero = (text: string): boolean => (readDecimal(text) ?? nothing).top === 0n
