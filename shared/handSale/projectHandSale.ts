import { accountKey, buyerText, listingText } from '#shared/book/entry.ts'
import type { Entry, Key } from '#shared/book/entry.ts'
import { dayOfIso } from '#shared/calendar/day.ts'
import { hashText } from '#shared/hash/hashText.ts'
import type { HandLine, HandSale } from './handSale.ts'

/** The key of a sale by hand among the sales of the book. */
export const handSaleKey = (id: string): Key => hashText(`hand:${id}`)

const none: Key = [0, 0]

/** A sale by hand as entries, signed by their effect on the seller. Tax inside prices is taken out as of an export's. */
export function projectHandSale(sale: HandSale): readonly Entry[] {
  const base: Entry = {
    sale: handSaleKey(sale.id),
    key: none,
    day: dayOfIso(sale.day),
    kind: 'line',
    type: '',
    status: 'counted',
    source: 'hand',
    flags: 0,
    account: accountKey(sale.channel, sale.account),
    stream: '',
    listing: '',
    buyer: buyerOf(sale),
    label: sale.label,
    currency: sale.currency,
    amount: 0,
    quantity: 0,
    file: 0,
    row: 0,
  }
  const money = (told: Partial<Entry>): readonly Entry[] => (told.amount === 0 ? [] : [{ ...base, ...told }])
  const entries = [
    ...sale.lines.map((line, at) => lineOf(base, line, at)),
    ...sale.lines.flatMap((line, at) =>
      money({ ...soldAs(line, at), kind: 'discount', amount: 0 - line.discount }),
    ),
    ...money({ kind: 'shipping', amount: sale.shipping }),
    ...money({ kind: 'tip', amount: sale.tip, stream: 'tip' }),
    ...money(
      sale.tax.included
        ? { kind: 'taxIncluded', amount: 0 - sale.tax.amount }
        : { kind: 'tax', amount: sale.tax.amount },
    ),
    ...sale.fees.flatMap(({ type, amount }) => money({ kind: 'fee', type, amount: 0 - amount })),
    ...sale.refunds.flatMap(({ day, amount }) =>
      money({ kind: 'refund', day: dayOfIso(day), amount: 0 - amount }),
    ),
  ]
  return entries.map((entry, at) => (entry.key === none ? { ...entry, key: hashText(`part:${at}`) } : entry))
}

function lineOf(base: Entry, line: HandLine, at: number): Entry {
  return {
    ...base,
    type: 'item',
    ...soldAs(line, at),
    key: hashText(`line:${line.id}`),
    amount: line.unitPrice * line.quantity,
    quantity: line.quantity,
  }
}

/** What ties money to its line: what was sold, and the line's place. */
const soldAs = (line: HandLine, at: number): Pick<Entry, 'stream' | 'listing' | 'row'> => ({
  stream: line.stream,
  listing: line.product
    ? listingText(`product:${line.product}`, line.title, '')
    : listingText(`name:${line.title.trim().toLowerCase()}`, line.title, ''),
  row: at,
})

function buyerOf({ client, buyerName }: HandSale): string {
  if (client !== null) return buyerText(`client:${client}`, buyerName)
  return buyerName.trim() === '' ? '' : buyerText(`name:${buyerName.trim().toLowerCase()}`, buyerName.trim())
}
