import type { EntryWriter } from '#shared/book/entryWriter.ts'
import type { RefusalCode, RefusedRow } from '#shared/imports/report.ts'
import type { SheetRow } from './amountReader.ts'
import type { Problem } from './cellReaders.ts'
import { cleanText } from './cells.ts'
import { createCatalogueReader } from './catalogueReader.ts'
import { mostColumns } from './recognise.ts'
import type { Shape } from './recognise.ts'
import { createSaleReader } from './saleReader.ts'

const longestCell = 32 * 1024

/**
 * Takes a file's records one by one, puts those of a sale (or a product) together, and has each read or refused as a whole.
 */
export type SheetReader = {
  readonly push: (record: readonly string[], number: number, isBroken: boolean) => void
  readonly finish: () => void
  readonly rows: () => number
  readonly days: () => { readonly first: number; readonly last: number }
  readonly refused: readonly RefusedRow[]
  /** Rows of orders whose first row is not beside them in this file. */
  readonly held: readonly SheetRow[]
}

export function createSheetReader(
  shape: Shape,
  options: { readonly file: number; readonly account: string },
  writer: EntryWriter,
): SheetReader {
  const { format, header, places } = shape
  const sales =
    format.restates === 'catalogue'
      ? createCatalogueReader({ ...shape, format }, options, writer)
      : createSaleReader({ ...shape, format }, options, writer)
  const by = format.rowsOfSale ? (places.get(format.rowsOfSale.by) ?? -1) : -1
  const heads = (format.rowsOfSale?.head ?? []).map((name) => places.get(name) ?? -1)
  const refused: RefusedRow[] = []
  const held: SheetRow[] = []
  let group: SheetRow[] = []
  let groupName: string | null = null
  let groupProblem: Problem | null = null
  let rows = 0

  const finish = () => {
    if (group.length > 0) {
      const problem = groupProblem ?? sales.read(group)
      if (problem) for (const { number, cells } of group) refused.push({ row: number, ...problem, cells })
    }
    group = []
    groupName = null
    groupProblem = null
  }

  const push = (record: readonly string[], number: number, isBroken: boolean) => {
    const flaw = flawOf(record)
    if (flaw === 'blank') return
    rows++
    const cells = trimEnd(record)
    const problem = flaw ?? (isBroken ? { code: 'broken-quotes' as const, column: '', text: '' } : null)
    const name = by < 0 ? null : cleanText(cells[by] ?? '')
    const isHead =
      heads.length === 0 || heads.some((place) => place >= 0 && (cells[place] ?? '').trim() !== '')
    if (!belongsToGroup(name, cells, isHead, problem !== null)) {
      finish()
      if (!isHead && name !== null && name !== '' && !problem) {
        held.push({ number, cells })
        return
      }
    }
    group.push({ number, cells })
    groupName = problem ? groupName : name
    groupProblem ??= problem
  }

  /** A torn row does not have its cells in their places: it belongs to the sale it names anywhere. */
  const belongsToGroup = (
    name: string | null,
    cells: readonly string[],
    isHead: boolean,
    isTorn: boolean,
  ): boolean => {
    if (name === null || group.length === 0) return false
    if (isTorn)
      return groupName !== null && groupName !== '' && cells.some((cell) => cleanText(cell) === groupName)
    if (groupName === null)
      return name !== '' && group.some((row) => row.cells.some((cell) => cleanText(cell) === name))
    return name === groupName && (heads.length === 0 || !isHead)
  }

  const flawOf = (record: readonly string[]): Problem | 'blank' | null => {
    let isBlank = true
    for (let at = 0; at < record.length; at++) {
      const cell = record[at] ?? ''
      if (cell.length > longestCell) return problemAt('cell-too-long', header[at], cell)
      if (isBlank && cell !== '' && cell.trim() !== '') isBlank = false
    }
    if (isBlank) return 'blank'
    if (record.length <= header.length) return null
    const extra = record.slice(header.length).find((cell) => cell.trim() !== '')
    return extra === undefined && record.length <= mostColumns
      ? null
      : problemAt('too-many-cells', undefined, extra ?? '')
  }

  return { push, finish, rows: () => rows, days: sales.days, refused, held }
}

const problemAt = (code: RefusalCode, column: string | undefined, text: string): Problem => ({
  code,
  column: column ?? '',
  text: text.slice(0, 200),
})

/** Lines that end in CRLF leave the CR on their last cell. */
function trimEnd(record: readonly string[]): readonly string[] {
  const last = record.at(-1) ?? ''
  return last.endsWith('\r') ? [...record.slice(0, -1), last.slice(0, -1)] : record
}
