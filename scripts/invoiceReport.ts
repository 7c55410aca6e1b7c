import sentences from '#resources/locales/en/einvoice.json'
import type { EInvoice, Said } from '#shared/einvoice/readEInvoice.ts'
import { recompute } from '#shared/einvoice/recompute.ts'
import type { Difference, LineDifference } from '#shared/einvoice/recompute.ts'
import { decimalText } from '#shared/money/decimalText.ts'

/** What a file says of itself and what its lines come to; amounts are decimal texts in `currency`. */
export type DescribedInvoice = {
  readonly name: string
  readonly syntax: EInvoice['syntax']
  /** UNTDID 1001 (BT-3): 380 invoice, 381 credit note … */
  readonly type: string
  readonly number: string
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly currency: string
  readonly seller: string
  readonly buyer: string
  readonly lines: number
  readonly totals: { readonly [total in Total]: string }
  readonly differences: readonly Difference[]
  readonly lineDifferences: readonly LineDifference[]
}
type Total = 'taxExclusive' | 'tax' | 'taxInclusive' | 'payable'

/** Null where an amount, quantity or rate of the file cannot be read. */
export function describeInvoice(name: string, { syntax, invoice }: EInvoice): DescribedInvoice | null {
  const computed = recompute(invoice)
  if (!computed.ok) return null
  const { totals, differences, lines } = computed.value
  const term = (id: string) => invoice.terms.get(id) ?? ''
  const currency = term('BT-5')
  return {
    name,
    syntax,
    type: term('BT-3'),
    number: term('BT-1'),
    day: term('BT-2'),
    currency,
    seller: partyName(invoice, 'BG-4', 'BT-27'),
    buyer: partyName(invoice, 'BG-7', 'BT-44'),
    lines: totals.lines.length,
    totals: {
      taxExclusive: decimalText(totals.taxExclusive, currency),
      tax: decimalText(totals.tax, currency),
      taxInclusive: decimalText(totals.taxInclusive, currency),
      payable: decimalText(totals.payable, currency),
    },
    differences,
    lineDifferences: lines,
  }
}

const partyName = ({ groups }: Said, group: string, term: string) =>
  groups.find(({ id }) => id === group)?.terms.get(term) ?? ''

export function invoiceText(one: DescribedInvoice): string {
  const told = (text: string) => (text === '' ? sentences.unknown : text)
  const totals = (['taxExclusive', 'tax', 'taxInclusive', 'payable'] as const).map(
    (total) => `  ${sentences[total].padEnd(12)} ${one.totals[total].padStart(14)}`,
  )
  return [
    say('head', {
      name: one.name,
      kind: one.type === '381' ? sentences.creditNote : sentences.invoice,
      number: told(one.number),
      day: told(one.day),
      currency: told(one.currency),
      lines: one.lines,
    }),
    `  ${say('parties', { seller: told(one.seller), buyer: told(one.buyer) })}`,
    ...totals,
    ...(one.differences.length === 0 ? [`  ${sentences.follows}`] : []),
    ...one.differences.map((difference) => `  ${say('difference', difference)}`),
    ...one.lineDifferences.map(
      (difference) => `  ${say('line', { ...difference, line: difference.line + 1 })}`,
    ),
  ].join('\n')
}

/** A sentence of the catalogue with its blanks filled in. */
export const say = (
  sentence: keyof typeof sentences,
  told: { readonly [blank: string]: string | number },
): string => sentences[sentence].replace(/\{\{(\w+)\}\}/g, (_, blank: string) => String(told[blank] ?? ''))
