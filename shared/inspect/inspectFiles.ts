import { addBatch, addImport, createBook, setCoverage, setVisible } from '#shared/book/book.ts'
import type { Book } from '#shared/book/book.ts'
import { settle } from '#shared/book/settle.ts'
import { summary, waiting } from '#shared/book/summary.ts'
import type { Summary } from '#shared/book/questions.ts'
import { dayOfIso } from '#shared/calendar/day.ts'
import type { FileError, RefusedRow } from '#shared/imports/report.ts'
import { continueOrders } from '#shared/reading/continueOrders.ts'
import type { Open } from '#shared/reading/encoding.ts'
import { orderHead } from '#shared/reading/orderHead.ts'
import { readFile } from '#shared/reading/readFile.ts'
import type { ReadReport } from '#shared/reading/readFile.ts'
import type { Result } from '#shared/result.ts'

export type InspectedFile = { readonly name: string } & (
  | {
      readonly ok: true
      readonly report: ReadReport
      readonly refused: readonly RefusedRow[]
      readonly waiting: readonly WaitingRow[]
    }
  | { readonly ok: false; readonly error: FileError }
)
/** A row that speaks of an order no file has. */
export type WaitingRow = { readonly row: number; readonly label: string }
export type Inspection = { readonly files: readonly InspectedFile[]; readonly summary: Summary }

/** Reads files as one set, as an import would, and says what they hold. Writes nothing. */
export async function inspectFiles(
  files: readonly { readonly name: string; readonly open: Open }[],
): Promise<Inspection> {
  const book = createBook()
  const read: {
    readonly name: string
    readonly importIndex: number
    readonly result: Result<ReadReport, FileError>
  }[] = []
  for (const [at, { name, open }] of files.entries()) {
    const importIndex = addImport(book, { id: String(at), order: at + 1, visible: true, coverage: [] })
    read.push({ name, importIndex, result: await readInto(book, importIndex, open, at) })
  }
  const rests = read.map(({ importIndex, result }) =>
    result.ok ? finishOrders(book, importIndex, result.value) : [],
  )
  settle(book)
  const waits = waitingByFile(book)
  return {
    files: read.map(({ name, result }, at) =>
      result.ok
        ? {
            name,
            ok: true,
            report: result.value,
            refused: sorted([...result.value.refused, ...(rests[at] ?? [])]),
            waiting: sorted(waits.get(String(at)) ?? []),
          }
        : { name, ok: false, error: result.error },
    ),
    summary: summary(book),
  }
}

async function readInto(
  book: Book,
  importIndex: number,
  open: Open,
  file: number,
): Promise<Result<ReadReport, FileError>> {
  const batches = readFile(open, { file, account: '', entriesPerBatch: 5000 })
  for (;;) {
    const next = await batches.next()
    if (next.done !== true) addBatch(book, importIndex, next.value)
    else {
      if (!next.value.ok) setVisible(book, importIndex, false)
      else if (next.value.value.coverage) {
        const { account, from, to } = next.value.value.coverage
        setCoverage(book, importIndex, [{ account, from: dayOfIso(from), to: dayOfIso(to) }])
      }
      return next.value
    }
  }
}

function finishOrders(book: Book, importIndex: number, { held }: ReadReport): readonly RefusedRow[] {
  if (!held) return []
  const { batch, refused } = continueOrders(held, (key) => orderHead(book, key))
  addBatch(book, importIndex, batch)
  return refused
}

function waitingByFile(book: Book): ReadonlyMap<string, readonly WaitingRow[]> {
  const files = new Map<string, Map<number, WaitingRow>>()
  for (const { origin, label } of waiting(book, 0, Number.MAX_SAFE_INTEGER).rows) {
    const rows = files.get(origin.importId) ?? new Map<number, WaitingRow>()
    files.set(origin.importId, rows.set(origin.row, { row: origin.row, label }))
  }
  return new Map([...files].map(([file, rows]) => [file, [...rows.values()]]))
}

const sorted = <R extends { readonly row: number }>(rows: readonly R[]): readonly R[] =>
  rows.toSorted((a, b) => a.row - b.row)
