import { accountKey, flag, unit } from '#shared/book/entry.ts'
import type { Key } from '#shared/book/entry.ts'
import type { EntryWriter } from '#shared/book/entryWriter.ts'
import type { SalesFormat } from '#shared/formats/format.ts'
import { hasherFor } from '#shared/hash/hashText.ts'
import { createAmountReader } from './amountReader.ts'
import type { SheetRow } from './amountReader.ts'
import { createCellReaders } from './cellReaders.ts'
import type { Problem } from './cellReaders.ts'
import { createEventKey } from './eventKey.ts'
import { createIdentities } from './identities.ts'
import { createLineReader } from './lineReader.ts'
import { blankEntry, noKey } from './mutableEntry.ts'
import { createPlan, textOf } from './plan.ts'
import type { Shape } from './recognise.ts'
import { createRuleWriter } from './ruleWriter.ts'
import { createStatusReader } from './status.ts'

/** Reads the rows of one sale, one event or one product into entries: all of them, or none and the reason. */
export type SaleReader = {
  readonly read: (rows: readonly SheetRow[]) => Problem | null
  /** First and last day of what was read; infinite where nothing was. */
  readonly days: () => { readonly first: number; readonly last: number }
}

/** `prefix:id` of one shop on one channel names a sale for ever. */
export const saleKeys = (account: string, prefix: string): ((id: string) => Key) =>
  hasherFor(`${account}${unit}${prefix}:`)

export function createSaleReader(
  shape: Shape<SalesFormat>,
  options: { readonly file: number; readonly account: string },
  writer: EntryWriter,
): SaleReader {
  const { format } = shape
  const plan = createPlan(shape)
  const readers = createCellReaders(shape.decimal)
  const amounts = createAmountReader(plan, format, readers)
  const identities = createIdentities(plan, format)
  const lines = createLineReader(plan, format, readers, identities)
  const writeRules = createRuleWriter(plan, format)
  const statusOf = createStatusReader(plan, format, readers)
  const eventKey = createEventKey(plan, format, readers)
  const account = accountKey(format.channel, options.account)
  const ids = format.sale.ids.map(({ prefix, column }) => ({
    keyOf: saleKeys(account, prefix),
    column: plan.columnOf(column),
  }))
  const days = format.day.map(plan.columnOf)
  const currency = plan.columnOf(format.currency)
  const label = plan.columnOf(format.sale.label)
  const modes = (format.modes ?? []).map(({ mode, when }) => ({ mode, tests: when.map(plan.test) }))
  const isShipped = format.shipped ? plan.test(format.shipped) : () => false
  const isEvent = format.restates === 'row' ? flag.event : 0
  const entry = blankEntry(format.source, account, options.file)
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY

  const readDay = (head: readonly string[]): number => {
    for (const column of days) {
      const day = readers.day(column, head)
      if (day !== null) return day
    }
    if (days[0]) readers.refuse('missing-date', days[0], '')
    return 0
  }

  const readSale = (head: readonly string[]): Key => {
    let sale = noKey
    for (const { keyOf, column } of ids) {
      const id = readers.id(column, head)
      if (id !== '' && sale === noKey) sale = keyOf(id)
    }
    if (sale === noKey && format.sale.missing && ids[0])
      readers.refuse(format.sale.missing, ids[0].column, '')
    return sale
  }

  const readHead = (rows: readonly SheetRow[], head: readonly string[]) => {
    entry.sale = readSale(head)
    entry.label = textOf(label, head)
    entry.currency = readers.currency(currency, head)
    entry.day = readDay(head)
    entry.status = statusOf(head)
    amounts.readColumns(rows, entry.currency)
    lines?.read(rows, entry.currency)
    amounts.readFigures(head, entry.currency)
    plan.mode = modes.find(({ tests }) => tests.every((test) => test(head)))?.mode ?? ''
  }

  const writeAliases = (head: readonly string[]) => {
    let isFirst = true
    for (const { keyOf, column } of ids) {
      const id = textOf(column, head)
      if (id === '') continue
      if (!isFirst)
        writer.add({
          ...entry,
          kind: 'alias',
          type: '',
          amount: 0,
          quantity: 0,
          stream: '',
          listing: '',
          key: keyOf(id),
        })
      isFirst = false
    }
  }

  const read = (rows: readonly SheetRow[]): Problem | null => {
    const [row] = rows
    if (!row) return null
    const head = row.cells
    readHead(rows, head)
    const problem = readers.takeProblem()
    if (problem) return problem
    first = Math.min(first, entry.day)
    last = Math.max(last, entry.day)
    const flags = isEvent | (isShipped(head) ? flag.shipped : 0)
    entry.buyer = identities.buyer(head)
    lines?.write(rows, entry, flags, writer)
    entry.row = row.number
    entry.listing = lines ? '' : identities.listing(head)
    writeRules(head, entry, eventKey(head), flags, writer)
    if (ids.length > 1) writeAliases(head)
    for (const { number, cells } of rows) writer.detail(options.file, number, cells)
    return null
  }
  return { read, days: () => ({ first, last }) }
}
