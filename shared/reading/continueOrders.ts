import { flag, unit } from '#shared/book/entry.ts'
import type { Entry, EntryBatch, Key } from '#shared/book/entry.ts'
import { createEntryWriter } from '#shared/book/entryWriter.ts'
import type { SalesFormat } from '#shared/formats/format.ts'
import { hashText } from '#shared/hash/hashText.ts'
import type { RefusedRow } from '#shared/imports/report.ts'
import type { SheetRow } from './amountReader.ts'
import { cleanText } from './cells.ts'
import { createCellReaders } from './cellReaders.ts'
import type { Problem } from './cellReaders.ts'
import { createIdentities } from './identities.ts'
import { createLineReader } from './lineReader.ts'
import { blankEntry } from './mutableEntry.ts'
import { createPlan, textOf } from './plan.ts'
import type { Shape } from './recognise.ts'
import { saleKeys } from './saleReader.ts'

/** Rows of orders whose first row, with all that belongs to the order, is not beside them in their file. */
export type Held = {
  readonly shape: Shape<SalesFormat>
  /** `accountKey(channel, account)`. */
  readonly account: string
  readonly file: number
  readonly rows: readonly SheetRow[]
}

/** What the head of an order says for all of its rows. */
export type OrderHead = Pick<Entry, 'day' | 'currency' | 'status'>

/** The keys whose heads `continueOrders` will ask for, for a book that can only be asked in advance. */
export function headKeys({ shape, account, rows }: Held): readonly Key[] {
  const by = nameOf(shape)
  const place = shape.places.get(by.column) ?? -1
  return [...new Set(rows.map(({ cells }) => cleanText(cells[place] ?? '')))].map(
    saleKeys(account, by.prefix),
  )
}

/** Rows of one order are held together by a cell by which the order is named, too. */
function nameOf({ format }: Shape<SalesFormat>) {
  const by = format.sale.ids.find(({ column }) => column === format.rowsOfSale?.by)
  if (!by)
    throw new Error(`${format.name} does not name its sales by the cell that holds their rows together`)
  return by
}

/** Reads a file's held rows as the rest of orders that are known by now; those of unknown orders are refused. */
export function continueOrders(
  held: Held,
  headOf: (key: Key) => OrderHead | null,
): { readonly batch: EntryBatch; readonly refused: readonly RefusedRow[] } {
  const writer = createEntryWriter(held.rows.length)
  const refused: RefusedRow[] = []
  if (held.rows.length === 0) return { batch: writer.take(), refused }
  const readRest = createRestReader(held)
  const seen = new Map<string, number>()
  for (const row of held.rows) {
    const content = row.cells.join(unit)
    const occurrence = (seen.get(content) ?? 0) + 1
    seen.set(content, occurrence)
    const problem = readRest(row, headOf, (entry) =>
      writer.add({ ...entry, key: hashText(`rest:${occurrence}${unit}${content}`) }),
    )
    if (problem) refused.push({ row: row.number, ...problem, cells: row.cells })
    else writer.detail(held.file, row.number, row.cells)
  }
  return { batch: writer.take(), refused }
}

function createRestReader({ shape, account, file }: Held) {
  const { format } = shape
  const plan = createPlan(shape)
  const readers = createCellReaders(shape.decimal)
  const lines = createLineReader(plan, format, readers, createIdentities(plan, format))
  const by = nameOf(shape)
  const column = plan.columnOf(by.column)
  const keyOf = saleKeys(account, by.prefix)
  return (
    row: SheetRow,
    headOf: (key: Key) => OrderHead | null,
    add: (entry: Entry) => void,
  ): Problem | null => {
    const name = textOf(column, row.cells)
    const sale = keyOf(name)
    const head = headOf(sale)
    if (!head) return { code: 'order-head-missing', column: column.head, text: name }
    lines?.read([row], head.currency)
    const problem = readers.takeProblem()
    if (problem) return problem
    lines?.write(
      [row],
      { ...blankEntry(format.source, account, file), ...head, sale, label: name },
      flag.continued,
      { add },
    )
    return null
  }
}
