import { flag } from '#shared/book/entry.ts'
import type { Key } from '#shared/book/entry.ts'
import type { EntryWriter } from '#shared/book/entryWriter.ts'
import type { LineCase, SalesFormat } from '#shared/formats/format.ts'
import { hasherFor } from '#shared/hash/hashText.ts'
import type { SheetRow } from './amountReader.ts'
import type { CellReaders } from './cellReaders.ts'
import type { Identities } from './identities.ts'
import type { MutableEntry } from './mutableEntry.ts'
import { lineSums } from './plan.ts'
import type { Plan } from './plan.ts'

/** Reads the lines of a sale, one per row, and writes them once the whole sale has turned out readable. */
export type LineReader = {
  readonly read: (rows: readonly SheetRow[], currency: string) => void
  readonly write: (
    rows: readonly SheetRow[],
    entry: MutableEntry,
    flags: number,
    writer: Pick<EntryWriter, 'add'>,
  ) => void
}

const sumOf = { line: 'lines', tip: 'tips', giftCard: 'giftCards' } as const

export function createLineReader(
  plan: Plan,
  format: SalesFormat,
  readers: CellReaders,
  identities: Identities,
): LineReader | null {
  const { lines } = format
  if (!lines) return null
  const quantity = plan.columnOf(lines.quantity)
  const price = plan.columnOf(lines.price)
  const id = lines.id === undefined ? null : plan.columnOf(lines.id)
  const cases = lines.cases.map((line) => ({ line, tests: (line.when ?? []).map(plan.test) }))
  const found: { line: LineCase | null; amount: number; quantity: number; key: Key }[] = []

  const readLine = (at: number, cells: readonly string[], currency: string) => {
    const pieces = readers.quantity(quantity, cells)
    const amount = pieces * (readers.amount(price, cells, currency) ?? 0)
    if (!Number.isSafeInteger(amount)) readers.refuse('amount-too-large', price, String(cells[price.place]))
    const line = cases.find(({ tests }) => tests.every((test) => test(cells)))?.line ?? null
    found[at] = { line, amount, quantity: pieces, key: id ? lineKey(readers.id(id, cells)) : placeKey(at) }
    if (line) {
      const slot = plan.slotOf(sumOf[line.kind])
      plan.values[slot] = (plan.values[slot] ?? 0) + amount
    }
  }

  const read = (rows: readonly SheetRow[], currency: string) => {
    for (const name of lineSums) plan.values[plan.slotOf(name)] = 0
    for (let at = 0; at < rows.length; at++) readLine(at, rows[at]?.cells ?? [], currency)
  }

  const write = (
    rows: readonly SheetRow[],
    entry: MutableEntry,
    flags: number,
    writer: Pick<EntryWriter, 'add'>,
  ) => {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]
      const line = found[at]
      if (!row || !line?.line || line.quantity === 0) continue
      entry.row = row.number
      entry.key = line.key
      // Pieces that came back are money given back for this listing.
      entry.kind = line.quantity < 0 && line.line.kind === 'line' ? 'refund' : line.line.kind
      entry.type = entry.kind === 'refund' ? '' : line.line.type
      entry.stream = line.line.stream
      entry.flags = flags | (line.line.notShipped === true ? flag.notShipped : 0)
      entry.listing = line.line.kind === 'tip' ? '' : identities.listing(row.cells)
      entry.amount = line.amount
      entry.quantity = line.line.kind === 'tip' ? 0 : line.quantity
      writer.add(entry)
    }
  }
  return { read, write }
}

const lineKey = hasherFor('line:')
const placeHash = hasherFor('place:')
const places: Key[] = []
/** A line without an id is known by its place in the sale. */
const placeKey = (at: number): Key => (places[at] ??= placeHash(String(at + 1)))
