import Dexie from 'dexie'
import type { Table } from 'dexie'
import { bytesEntry, tableEntry, tableOf } from '#shared/backup/manifest.ts'
import type { Manifest } from '#shared/backup/manifest.ts'
import { readRow, restoreRow } from '#shared/backup/rows.ts'
import type { ReadRow } from '#shared/backup/rows.ts'
import { findProfileError, withLogo } from '#shared/brand/brand.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { BrandDatabase, ProfileRecord } from '#data/database.ts'
import { readProfile } from '#data/settings.ts'
import { storing } from '#data/storageFailure.ts'
import { brandState, foundState } from '#data/witness.ts'
import type { BackupProgress, FillFailure } from '#data/workers.ts'
import { joined } from './joined.ts'
import { backedUpTables, readBrand } from './readBrand.ts'

/** The bytes of an entry of the opened backup. */
export type ReadEntry = (entry: string) => AsyncIterable<Uint8Array>

const rowsAtOnce = 200
const bytesAtOnce = 8 * 1024 ** 2
const fetchesAtOnce = 6

/** Stores all rows of a backup in an empty database of the backup's own schema. The brand's description comes last. */
export async function fillBrand(
  db: BrandDatabase,
  manifest: Manifest,
  read: ReadEntry,
  onProgress: (progress: BackupProgress) => void,
): Promise<Result<null, FillFailure>> {
  const given = manifest.entries.flatMap(({ name }) => tableOf(name) ?? [])
  const expected = backedUpTables(db)
  if (given.toSorted().join(' ') !== expected.toSorted().join(' ')) return err({ code: 'unfit-rows' })
  const total = manifest.entries.reduce((sum, { rows = 0 }) => sum + rows, 0)
  let done = 0
  return storing(async () => {
    for (const name of [...expected.filter((table) => table !== 'settings'), 'settings']) {
      const table: Table<object> = db.table(name)
      for await (const batch of batchesOf(read, name)) {
        if (!batch.ok) return batch
        if (!batch.value.every((row) => hasKey(table, row))) return err({ code: 'unfit-rows' } as const)
        await table.bulkPut([...batch.value])
        done += batch.value.length
        onProgress({ done, total })
      }
    }
    return ok(null)
  })
}

/** Rows of one table, with their bytes, a few at a time. */
async function* batchesOf(
  read: ReadEntry,
  table: string,
): AsyncGenerator<Result<readonly object[], FillFailure>> {
  let rows: ReadRow[] = []
  let size = 0
  for await (const line of linesOf(read(tableEntry(table)))) {
    const row = readRow(line)
    if (!row.ok) return yield err({ code: row.error })
    rows.push(row.value)
    size += line.length + row.value.bytes.length * 512 * 1024
    if (rows.length < rowsAtOnce && size < bytesAtOnce) continue
    yield ok(await withBytes(rows, read))
    rows = []
    size = 0
  }
  if (rows.length > 0) yield ok(await withBytes(rows, read))
}

async function withBytes(rows: readonly ReadRow[], read: ReadEntry): Promise<readonly object[]> {
  const needed = [...new Set(rows.flatMap(({ bytes }) => bytes))]
  const found = new Map<string, Uint8Array>()
  const next = async (): Promise<void> => {
    const hash = needed.pop()
    if (hash === undefined) return
    found.set(hash, await allOf(read(bytesEntry(hash))))
    return next()
  }
  await Promise.all(Array.from({ length: fetchesAtOnce }, next))
  return rows.map((row) => restoreRow(row, (hash) => found.get(hash) ?? new Uint8Array()))
}

async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return joined(all)
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function hasKey(table: Table<object>, row: object): boolean {
  const { keyPath } = table.schema.primKey
  const paths = typeof keyPath === 'string' ? [keyPath] : (keyPath ?? [])
  return paths.every((path) => ['string', 'number'].includes(typeof Dexie.getByKeyPath(row, path)))
}

/** Reads the filled database again as if it were to be backed up: it has to give the very same backup. */
export async function isAsInBackup(db: BrandDatabase, manifest: Manifest): Promise<boolean> {
  const sent = new Set<string>()
  const read = await readBrand(db, async (entry) => {
    sent.add(entry)
    return ok(null)
  })
  if (!read.ok) return false
  const again = new Map(read.value.tables.map((table) => [table.name, table]))
  const there = manifest.entries.filter(({ name }) => !name.startsWith('files/'))
  return (
    there.length === sent.size &&
    there.every(({ name, sha256, rows }) => {
      const table = again.get(name)
      return sent.has(name) && (table ? table.sha256 === sha256 && table.rows === rows : rows === undefined)
    })
  )
}

/** What a filled database must have to be a brand: a description, and the book pages its imports speak of. */
export async function findProfile(db: BrandDatabase): Promise<Result<ProfileRecord['value'], FillFailure>> {
  const [state, found, profile] = [await brandState(db), await foundState(db), await readProfile(db)]
  if (!profile || findProfileError(withLogo(profile)) !== null) return err({ code: 'unfit-rows' })
  return state.pages === found.pages ? ok(profile) : err({ code: 'wrong-count' })
}
