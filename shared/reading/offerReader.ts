import { flag, listingText } from '#shared/book/entry.ts'
import type { CatalogueFormat, Offers } from '#shared/formats/format.ts'
import type { CatalogueParts, RowsReader } from './catalogueParts.ts'
import { isBlank } from './cells.ts'
import { oneLine } from './identities.ts'
import { textOf } from './plan.ts'
import type { Plan, PlannedColumn } from './plan.ts'
import { saleKeys } from './saleReader.ts'

/** What a variant says of itself, once it has been read. */
type Variant = {
  readonly row: number
  readonly cells: readonly string[]
  readonly price: number
  readonly cost: number
  readonly pieces: number
}

/** A product and its variants are one statement: a later export that says the product anew says all of them. */
export function createOfferReader(
  { plan, readers, contentOf, entry, writer }: CatalogueParts,
  format: CatalogueFormat,
  offers: Offers,
): RowsReader {
  const [title, price, stock] = [offers.title, offers.price, offers.stock].map(plan.columnOf)
  if (!title || !price || !stock) throw new Error(`${format.name} lacks a column`)
  const product = offers.product === undefined ? null : plan.columnOf(offers.product)
  const cost = offers.cost === undefined ? null : plan.columnOf(offers.cost)
  const currency = offers.currency === undefined ? null : plan.columnOf(offers.currency)
  const counted = (offers.counted ?? []).map(plan.test)
  const digital = (offers.digital ?? []).map(plan.test)
  const stage = offers.stage && {
    column: plan.columnOf(offers.stage.column),
    words: new Map(Object.entries(offers.stage.words)),
  }
  const keyOf = saleKeys(entry.account, 'product')
  const merge = createMerger(plan)
  const listingOf = createListingNames(plan, format, offers.numbered === true)

  const readVariant = (cells: readonly string[], row: number, code: string): Variant | null => {
    if (price.needed === undefined && isBlank(textOf(price, cells))) return null
    return {
      row,
      cells,
      price: readers.amount(price, cells, code) ?? 0,
      cost: (cost && readers.amount(cost, cells, code)) ?? 0,
      pieces: readers.quantity(stock, cells),
    }
  }

  const write = (variant: Variant, name: string) => {
    const { cells } = variant
    const { key, text } = listingOf(cells)
    const isCounted = counted.every((test) => test(cells))
    entry.sale = keyOf(name === '' ? key : name)
    entry.key = contentOf(cells)
    entry.listing = text
    entry.row = variant.row
    entry.type = (stage && stage.words.get(textOf(stage.column, cells).toLowerCase())) ?? ''
    entry.stream = offers.digital && digital.every((test) => test(cells)) ? 'digital' : ''
    entry.amount = variant.price
    entry.quantity = isCounted ? variant.pieces : 0
    entry.flags = isCounted ? 0 : flag.uncounted
    writer.add(entry)
    if (variant.cost === 0) return
    writer.add({ ...entry, type: 'cost', amount: variant.cost, quantity: 0, flags: 0 })
  }

  return (rows) => {
    const head = rows[0]?.cells ?? []
    const name = product ? textOf(product, head) : ''
    entry.label = oneLine(textOf(title, head))
    entry.currency = currency ? readers.currency(currency, head) : ''
    if (product && isBlank(name)) readers.refuse('missing-name', product, '')
    if (isBlank(entry.label)) readers.refuse('missing-name', title, '')
    const variants = rows.map(({ cells, number }) => readVariant(merge(head, cells), number, entry.currency))
    const problem = readers.takeProblem()
    if (problem) return problem
    for (const variant of variants) if (variant) write(variant, name)
    return null
  }
}

/** A row's own cells where columns belong to lines, the head's where they belong to the product. */
function createMerger(plan: Plan): (head: readonly string[], cells: readonly string[]) => readonly string[] {
  const own = plan.columns.filter(({ on, place }) => on === 'line' && place >= 0).map(({ place }) => place)
  return (head, cells) => {
    if (cells === head) return cells
    const merged = [...head]
    for (const place of own) merged[place] = cells[place] ?? ''
    return merged
  }
}

/** A listing's key and text; where keys repeat in a file, the second is told from the first by its number. */
function createListingNames(plan: Plan, { listing }: CatalogueFormat, numbered: boolean) {
  const keys = (listing?.keys ?? []).map(({ prefix, column }) => ({ prefix, column: plan.columnOf(column) }))
  const optional = (name: string | undefined): PlannedColumn | null =>
    name === undefined ? null : plan.columnOf(name)
  const [title, sku] = [optional(listing?.title), optional(listing?.sku)]
  const seen = new Map<string, number>()
  return (cells: readonly string[]): { readonly key: string; readonly text: string } => {
    const named = keys
      .map(({ prefix, column }) => ({ prefix, text: oneLine(textOf(column, cells)) }))
      .find(({ text }) => text !== '')
    const key = named ? `${named.prefix}:${named.text}` : ''
    const time = (seen.get(key) ?? 0) + 1
    if (numbered) seen.set(key, time)
    const own = time === 1 ? key : `${key} #${time}`
    return {
      key: own,
      text: listingText(own, title ? oneLine(textOf(title, cells)) : '', sku ? textOf(sku, cells) : ''),
    }
  }
}
