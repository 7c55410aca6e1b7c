import type { Table } from 'dexie'
import { bytesEntry, tableEntry } from '#shared/backup/manifest.ts'
import { bytesIn, writeRow } from '#shared/backup/rows.ts'
import type { BackupFailure } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { BrandDatabase, ImportRecord } from '#data/database.ts'
import { sha256 } from '#data/pageStore.ts'
import { storing } from '#data/storageFailure.ts'
import type { BackupProgress, SentBackup } from '#data/workers.ts'
import { joined } from './joined.ts'
import { createSender } from './sender.ts'
import type { Send, Sender } from './sender.ts'

/** Summaries are counted from the rest. */
const derived = 'summaries'
/** Rows of these never change, so they are read once, however often the records have to be. */
const bookTables = ['pages', 'details'] as const
type BookTable = (typeof bookTables)[number]

export const backedUpTables = (db: BrandDatabase): readonly string[] =>
  db.tables.map(({ name }) => name).filter((name) => name !== derived)

const rowsAtOnce = 500
const pagesAtOnce = 16
const attempts = 20

/**
 * Sends all of a brand: first the bytes records hold, by their hash, then each table as lines in the order of its keys.
 * Somebody may go on working meanwhile; what is sent is the brand as it stood after one change, never between two.
 */
export async function readBrand(
  db: BrandDatabase,
  send: Send,
  onProgress: (progress: BackupProgress) => void = () => {},
): Promise<Result<SentBackup, { readonly code: BackupFailure }>> {
  const sender = createSender(send)
  const book: BookLines = { pages: new Map(), details: new Map() }
  const read = await storing<SentBackup, { readonly code: BackupFailure }>(async () => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await lastChangeOf(db)
      const imports = await heldImports(db)
      const isWhole = await readBook(db, imports, book, sender, onProgress)
      const records = isWhole ? await readRecords(db, sender) : []
      if (sender.failure() !== null) break
      if ((await lastChangeOf(db)).id !== before.id) continue
      if (!isWhole) return err({ code: 'damaged' })
      return ok(await sendTables(sender, [...records, ...linesOf(book, imports)], imports))
    }
    return err({ code: 'failed' })
  })
  await sender.settle()
  const failure = sender.failure()
  if (failure !== null) return err({ code: failure })
  if (read.ok) return read
  return err({ code: read.error.code === 'storage-failed' ? 'failed' : read.error.code })
}

export async function lastChangeOf(
  db: BrandDatabase,
): Promise<{ readonly seq: number; readonly id: string }> {
  const last = await db.changes.orderBy('seq').last()
  return { seq: last?.seq ?? 0, id: last?.id ?? '' }
}

/** Imports whose book pages there have to be, in the order of their ids. */
async function heldImports(db: BrandDatabase): Promise<readonly ImportRecord[]> {
  const imports = await db.imports.orderBy('id').toArray()
  return imports.filter(({ status }) => status !== 'swept')
}

/** The lines of an import's book pages and details, in their order. */
type BookLines = Readonly<Record<BookTable, Map<string, readonly string[]>>>

/** Answers false if a page that counts is not what was written. */
async function readBook(
  db: BrandDatabase,
  imports: readonly ImportRecord[],
  book: BookLines,
  sender: Sender,
  onProgress: (progress: BackupProgress) => void,
): Promise<boolean> {
  const total = imports.reduce((sum, { pages }) => sum + pages, 0)
  let done = 0
  for (const { id, pages, status } of imports) {
    const known = book.pages.has(id)
    const lines: Record<BookTable, string[]> = { pages: [], details: [] }
    for (let from = 0; from < pages && !known; from += pagesAtOnce) {
      const numbers = Array.from({ length: Math.min(pagesAtOnce, pages - from) }, (_, at) => from + at)
      for (const table of bookTables) {
        const rows = await db.table(table).bulkGet(numbers.map((number) => [id, number]))
        const fit = table === 'details' || status !== 'done' || (await areWhole(rows))
        if (!fit) return false
        lines[table].push(...(await linesFrom(rows, sender)))
      }
      if (sender.failure() !== null) return true
      onProgress({ done: done + Math.min(from + pagesAtOnce, pages), total })
    }
    done += pages
    if (!known) for (const table of bookTables) book[table].set(id, lines[table])
  }
  return true
}

async function areWhole(rows: readonly unknown[]): Promise<boolean> {
  const whole = await Promise.all(
    rows.map(async (row) => {
      if (typeof row !== 'object' || row === null || !('columns' in row) || !('columnsSha256' in row))
        return false
      const { columns, columnsSha256 } = row
      return columns instanceof Uint8Array && (await sha256(columns.slice())) === columnsSha256
    }),
  )
  return whole.every(Boolean)
}

type TableLines = { readonly table: string; readonly lines: readonly string[] }

const linesOf = (book: BookLines, imports: readonly ImportRecord[]): readonly TableLines[] =>
  bookTables.map((table) => ({ table, lines: imports.flatMap(({ id }) => book[table].get(id) ?? []) }))

async function readRecords(db: BrandDatabase, sender: Sender): Promise<readonly TableLines[]> {
  const tables = backedUpTables(db).filter((name) => !bookTables.some((book) => book === name))
  const read: TableLines[] = []
  for (const table of tables.toSorted()) {
    const lines: string[] = []
    for await (const rows of rowsOf(db.table(table))) lines.push(...(await linesFrom(rows, sender)))
    read.push({ table, lines })
  }
  return read
}

async function* rowsOf(table: Table<unknown, string | number>): AsyncGenerator<readonly unknown[]> {
  const keys = await table.toCollection().primaryKeys()
  for (let from = 0; from < keys.length; from += rowsAtOnce)
    yield await table.bulkGet(keys.slice(from, from + rowsAtOnce))
}

async function linesFrom(rows: readonly unknown[], sender: Sender): Promise<readonly string[]> {
  const lines: string[] = []
  for (const row of rows) {
    if (typeof row !== 'object' || row === null) continue // went meanwhile: then all is read again
    const names = new Map<Uint8Array, string>()
    for (const bytes of bytesIn(row)) {
      const hash = await sha256(bytes.slice())
      names.set(bytes, hash)
      await sender.sendOnce(bytesEntry(hash), bytes)
    }
    lines.push(writeRow(row, (bytes) => names.get(bytes) ?? ''))
  }
  return lines
}

async function sendTables(
  sender: Sender,
  tables: readonly TableLines[],
  imports: readonly ImportRecord[],
): Promise<SentBackup> {
  const sent: SentBackup['tables'] = []
  for (const { table, lines } of tables) {
    const bytes = encodeLines(lines)
    const name = tableEntry(table)
    sent.push({ name, rows: lines.length, size: bytes.length, sha256: await sha256(bytes) })
    await sender.sendInParts(name, bytes)
  }
  const files = imports.flatMap((record) => record.files.map((file) => file.sha256))
  return { tables: sent, files: [...new Set(files)] }
}

/** A table may be longer than the longest text the engine can hold, so it is encoded a piece at a time. */
function encodeLines(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  for (let from = 0; from < lines.length; from += rowsAtOnce)
    pieces.push(encoder.encode(`${lines.slice(from, from + rowsAtOnce).join('\n')}\n`))
  return joined(pieces)
}
