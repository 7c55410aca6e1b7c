import Dexie from 'dexie'
import type { StoredBeside } from '#shared/book/beside.ts'
import type { EntryBatch } from '#shared/book/entry.ts'
import { decodePage, encodePage } from '#shared/book/page.ts'
import type { Summary } from '#shared/book/questions.ts'
import type { StoredCells } from '#shared/book/storedCells.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { BrandDatabase, ImportRecord, StoredDetails, StoredPage } from './database.ts'
import { storing } from './storageFailure.ts'
import { pagesOf } from './witness.ts'

export type SealedPage = { readonly page: StoredPage; readonly details: StoredDetails }
export type Damaged = { readonly code: 'damaged' }

/** A batch as it is stored: encoded, compressed and hashed before any transaction opens. */
export async function sealPage(importId: string, number: number, batch: EntryBatch): Promise<SealedPage> {
  const columns = encodePage(batch) as Uint8Array<ArrayBuffer>
  const bytes = await gzip(batch.details)
  const [columnsSha256, detailsSha256] = await Promise.all([sha256(columns), sha256(bytes)])
  const { file, firstRow, lastRow } = spanOf(batch)
  return {
    page: {
      importId,
      number,
      entries: batch.count,
      file,
      firstRow,
      lastRow,
      columns,
      columnsSha256,
      detailsSha256,
    },
    details: { importId, number, bytes },
  }
}

/** The rows a batch was made of; every batch is of one file. */
function spanOf({ count, file, row }: EntryBatch) {
  let [firstRow, lastRow] = count === 0 ? [0, 0] : [Infinity, 0]
  for (let at = 0; at < count; at++) {
    const one = row[at] ?? 0
    if (one < firstRow) firstRow = one
    if (one > lastRow) lastRow = one
  }
  return { file: file[0] ?? 0, firstRow, lastRow }
}

export const storePage = (db: BrandDatabase, { page, details }: SealedPage) =>
  db.transaction('rw', db.pages, db.details, async () => {
    await db.pages.put(page)
    await db.details.put(details)
  })

/** The entries of a stored page, if it is what was written. */
export async function openPage({
  columns,
  columnsSha256,
  entries,
}: StoredPage): Promise<Result<EntryBatch, Damaged>> {
  if (!isBytes(columns) || (await sha256(columns)) !== columnsSha256) return err({ code: 'damaged' })
  return decodePage(columns, entries)
}

const pagesAtOnce = 32

/**
 * All pages of an import in their order, a few at a time, so that only those are in memory twice. The next are on
 * their way while the last ones are used.
 */
export async function* readPages(db: BrandDatabase, importId: string): AsyncGenerator<readonly StoredPage[]> {
  const read = (from: number) =>
    db.pages
      .where('[importId+number]')
      .between([importId, from], [importId, from + pagesAtOnce])
      .toArray()
  let next = read(0)
  for (let from = pagesAtOnce; ; from += pagesAtOnce) {
    const pages = await next
    if (pages.length === 0) return
    next = read(from)
    next.catch(() => {}) // told where it is awaited, unless nobody asks any more
    yield pages
  }
}

/** The rows of a page as text, or null where they are gone or damaged. */
export async function readDetails(
  db: BrandDatabase,
  importId: string,
  number: number,
): Promise<string | null> {
  const read = await storing(async () =>
    ok(await Promise.all([db.pages.get([importId, number]), db.details.get([importId, number])])),
  )
  const [page, details] = read.ok ? read.value : []
  if (!page || !details || !isBytes(details.bytes)) return null
  return (await sha256(details.bytes)) === page.detailsSha256 ? gunzip(details.bytes) : null
}

/** What a damaged database gives back may be anything. */
const isBytes = (bytes: unknown): bytes is Uint8Array<ArrayBuffer> => bytes instanceof Uint8Array

export const removePages = (db: BrandDatabase, importId: string) =>
  db.transaction('rw', db.pages, db.details, async () => {
    await pagesOf(db, importId).delete()
    await db.details
      .where('[importId+number]')
      .between([importId, Dexie.minKey], [importId, Dexie.maxKey])
      .delete()
  })

/** Removes pages that no import's record speaks of: of an import that was never committed, or is swept. */
export async function sweepPages(db: BrandDatabase, imports: readonly ImportRecord[]): Promise<void> {
  const held = new Set(imports.filter(({ status }) => status !== 'swept').map(({ id }) => id))
  for (let last: string | undefined; ;) {
    const after =
      last === undefined
        ? db.pages.orderBy('[importId+number]')
        : db.pages.where('[importId+number]').above([last, Dexie.maxKey])
    const [key] = await after.limit(1).primaryKeys()
    if (!key) return
    last = key[0]
    if (!held.has(last)) await removePages(db, last)
  }
}

/** Names the imports a summary was counted from. */
export const stampOf = (imports: readonly ImportRecord[]): string =>
  imports
    .filter(({ status }) => status === 'done')
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id)
    .join(' ')

/** The sums by day hold what the summary does: they are stored together, and believed together. */
export const storeSummary = (db: BrandDatabase, stamp: string, summary: Summary, cells: StoredCells) =>
  db.summaries.bulkPut([
    { id: 'all', stamp, summary },
    { id: 'cells', stamp, cells },
  ])

/** Says that the stored summary holds what the change with this number left. */
export const confirmSummary = (db: BrandDatabase, seq: number) => db.summaries.put({ id: 'seq', seq })

/** Answers to what fills in beside the figures, as of the change with this number. */
export const storeBeside = (db: BrandDatabase, stamp: string, seq: number, beside: StoredBeside) =>
  db.summaries.put({ id: 'beside', stamp, seq, beside })

/** The summary of the book as it stands, if one is stored. */
export async function readSummary(db: BrandDatabase): Promise<Summary | null> {
  const [stored, standing] = await Promise.all([db.summaries.get('all'), standingOf(db)])
  return stored?.id === 'all' && isConfirmed(stored, standing) ? stored.summary : null
}

/** What answers until the book is read; each null where it is not of the book as it stands. */
export type Early = { readonly cells: StoredCells | null; readonly beside: StoredBeside | null }

export async function readEarly(db: BrandDatabase): Promise<Early> {
  const [cells, beside, standing] = await Promise.all([
    db.summaries.get('cells'),
    db.summaries.get('beside'),
    standingOf(db),
  ])
  const isBeside = beside?.id === 'beside' && beside.stamp === standing.stamp && beside.seq === standing.seq
  return {
    cells: cells?.id === 'cells' && isConfirmed(cells, standing) ? cells.cells : null,
    beside: isBeside ? beside.beside : null,
  }
}

type Standing = { readonly stamp: string; readonly seq: number; readonly confirmed: number | null }

/** The imports and the last change that there are, and the change up to which the summary was confirmed. */
async function standingOf(db: BrandDatabase): Promise<Standing> {
  const [confirmed, last, imports] = await Promise.all([
    db.summaries.get('seq'),
    db.changes.orderBy('seq').last(),
    db.imports.toArray(),
  ])
  return {
    stamp: stampOf(imports),
    seq: last?.seq ?? 0,
    confirmed: confirmed?.id === 'seq' ? confirmed.seq : null,
  }
}

const isConfirmed = (stored: { readonly stamp: string }, { stamp, seq, confirmed }: Standing): boolean =>
  stored.stamp === stamp && confirmed === seq

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const { writable, readable } = new CompressionStream('gzip')
  const writer = writable.getWriter()
  const written = writer.write(new TextEncoder().encode(text)).then(() => writer.close())
  const [bytes] = await Promise.all([new Response(readable).arrayBuffer(), written])
  return new Uint8Array(bytes)
}

const gunzip = (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
