import type { FileResult, ImportedFile } from '#shared/imports/report.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { findAlreadyImported } from './alreadyImported.ts'
import { commit } from './commit.ts'
import type { BrandDatabase, ImportRecord } from './database.ts'
import type { BookOwner } from './importHistory.ts'
import type { Imported, ImportFailure, ImportRequest, ImportSession, Services } from './services.ts'
import { storing } from './storageFailure.ts'
import { uuidv7 } from './uuid.ts'
import type { FileToRead, PendingImport, ReadFile, ReaderWorker, Workers } from './workers.ts'

export type Importer = BookOwner &
  Pick<Services, 'api' | 'registry'> & {
    readonly workers: Workers
    /** Done while the preview is read, and before anything is stored. */
    readonly beforeCommit?: () => Promise<unknown>
  }

/** Reads files into a pending import, of which nothing counts before `commit`; it can take the place of a damaged one. */
export async function startImport(
  importer: Importer,
  request: ImportRequest,
  replaced: ImportRecord | null = null,
): Promise<Result<ImportSession, ImportFailure>> {
  const { db, worker, workers } = importer
  const { signal } = request
  if (signal.aborted) return err({ code: 'cancelled' })
  const importId = uuidv7()
  const order =
    replaced?.order ?? Math.max(0, ...(await db.imports.toArray()).map((record) => record.order)) + 1
  const reader = workers.startReader(worker)
  const stopped = new Promise<'stopped'>((resolve) =>
    signal.addEventListener('abort', () => resolve('stopped'), { once: true }),
  )
  const letGo = async () => {
    reader.stop()
    await worker.discardImport(importId)
  }
  try {
    const read = await Promise.race([
      stopped,
      readAll(importer, reader, { importId, order, request, replaced }),
    ])
    if (read !== 'stopped' && read.ok && !signal.aborted) {
      return ok(createSession(importer, reader, { importId, order, request, replaced, ...read.value }))
    }
    await letGo()
    return read === 'stopped' || read.ok ? err({ code: 'cancelled' }) : read
  } catch (bug) {
    await letGo()
    throw bug
  }
}

type Read = { readonly files: readonly FileResult[]; readonly found: PendingImport }

type Begun = {
  readonly importId: string
  readonly order: number
  readonly request: ImportRequest
  readonly replaced: ImportRecord | null
}

async function readAll(
  importer: Importer,
  reader: ReaderWorker,
  begun: Begun,
): Promise<Result<Read, ImportFailure>> {
  const { registry, db, worker } = importer
  const { importId, order, request } = begun
  const toRead = request.files.map(({ handle, name, size }): FileToRead => ({
    handle,
    name,
    size,
    account: request.accounts[handle] ?? null,
  }))
  const [read, known, already] = await Promise.all([
    reader.read(importId, order, toRead, request.onProgress),
    hashAll(importer, request),
    findAlreadyImported(registry, db),
  ])
  if (!read.ok) return read
  const files = read.value.map((one, at): FileResult =>
    fileResult(toRead[at]?.name ?? '', one, known[at] ?? '', already),
  )
  const reports = files.flatMap((file) => (file.ok ? [file.report] : []))
  if (reports.length === 0) return err({ code: 'no-readable-file', files })
  const total = toRead.reduce((sum, { size }) => sum + size, 0)
  const rows = reports.reduce((sum, report) => sum + report.rows, 0)
  request.onProgress({
    phase: 'comparing',
    file: files.length,
    files: files.length,
    rows,
    bytes: total,
    totalBytes: total,
    secondsLeft: null,
  })
  return ok({
    files,
    found: await worker.previewImport(
      importId,
      reports.flatMap(({ coverage }) => coverage ?? []),
    ),
  })
}

/** One after the other, beside the reading; '' where main cannot read the file. */
async function hashAll({ api }: Importer, { files }: ImportRequest): Promise<readonly string[]> {
  const hashes: string[] = []
  for (const { handle } of files) {
    const hashed = await api.hashFile({ handle })
    hashes.push(hashed.ok ? hashed.sha256 : '')
  }
  return hashes
}

function fileResult(
  name: string,
  read: Result<ReadFile, Extract<FileResult, { readonly ok: false }>['error']>,
  sha256: string,
  already: Awaited<ReturnType<typeof findAlreadyImported>>,
): FileResult {
  if (!read.ok) return { name, ok: false, error: read.error }
  if (sha256 === '') return { name, ok: false, error: { code: 'unreadable', row: null } }
  const { report, refusedRows, account } = read.value
  return { name, ok: true, report, refusedRows, sha256, account, alreadyIn: already.get(sha256) ?? [] }
}

type Pending = Read & Begun

function createSession(importer: Importer, reader: ReaderWorker, pending: Pending): ImportSession {
  const { importId, files, found } = pending
  const { pages: _pages, entries: _entries, ...promised } = found
  let isReady = false
  const ready = (importer.beforeCommit?.() ?? Promise.resolve()).then(() => (isReady = true))
  ready.catch(() => {}) // a bug in it is thrown at whoever commits
  return {
    preview: { importId, files, ...promised },
    refused: reader.refused,
    refusedCsv: reader.refusedCsv,
    commit: told(importer, pending, async (onProgress) => {
      const { rows, bytes } = sizeOf(pending)
      const all = { file: files.length, files: files.length, rows, bytes, totalBytes: bytes }
      if (!isReady) onProgress({ phase: 'backing-up', ...all, secondsLeft: null })
      await ready
      onProgress({ phase: 'saving', ...all, secondsLeft: null })
      const kept = await keepFiles(importer, pending)
      if (!kept.ok) return kept
      const stored = await store(importer, pending)
      if (!stored.ok) return stored
      await importer.worker.adoptImport(importId)
      importer.changed()
      await finish(importer, reader, pending)
      return stored
    }),
    cancel: async () => {
      await importer.worker.discardImport(importId)
      reader.stop()
    },
  }
}

/** Whatever breaks on the way, the person learns whether the import is stored. */
const told =
  ({ db }: Importer, { importId }: Pending, save: ImportSession['commit']): ImportSession['commit'] =>
  async (onProgress) => {
    try {
      return await save(onProgress)
    } catch (cause) {
      const stored = await isStored(db, importId).catch(() => null)
      const code = stored === null ? 'outcome-unknown' : stored ? 'stored-not-shown' : 'broken'
      return err({ code, cause })
    }
  }

const isStored = async (db: BrandDatabase, importId: string): Promise<boolean> =>
  (await db.imports.get(importId)) !== undefined

/** The record that makes its pages count. Who hears of commits may fail after it is stored: it is stored all the same. */
async function store({ db }: Importer, pending: Pending): Promise<Result<Imported, ImportFailure>> {
  const { importId, replaced } = pending
  const put = { table: 'imports', put: recordOf(pending) } as const
  const writes = replaced ? [put, { table: 'imports', remove: replaced.id } as const] : [put]
  return storing<Imported, never>(async () => {
    try {
      const { witnessed } = await commit(db, 'import', writes)
      return ok(witnessed ? { importId } : ({ importId, unwitnessed: true } as const))
    } catch (error) {
      if (await isStored(db, importId)) return ok({ importId, unwitnessed: true } as const)
      throw error
    }
  })
}

function sizeOf({ files, request }: Pending) {
  const rows = files.reduce((sum, file) => sum + (file.ok ? file.report.rows : 0), 0)
  return { rows, bytes: request.files.reduce((sum, { size }) => sum + size, 0) }
}

/** Keeps a copy of every file that was read, so that any figure leads to its line; before anything counts. */
async function keepFiles(
  { api }: Importer,
  { files, request }: Pending,
): Promise<Result<null, ImportFailure>> {
  const read = request.files.filter((_, at) => files[at]?.ok)
  const kept = await api.keepFiles({ handles: read.map(({ handle }) => handle) })
  if (!kept.ok) return err({ code: kept.error.code === 'disk-full' ? 'disk-full' : 'unreadable' })
  const hashes = new Map(kept.kept.map(({ handle, sha256 }) => [handle, sha256]))
  const same = request.files.every(({ handle }, at) => {
    const file = files[at]
    return !file?.ok || hashes.get(handle) === file.sha256
  })
  return same ? ok(null) : err({ code: 'unreadable' }) // the file changed since it was previewed
}

function recordOf({ importId, order, request, files, found }: Pending): ImportRecord {
  const { pages, entries, first: _first, ...result } = found
  return {
    id: importId,
    order,
    committedAt: new Date().toISOString(),
    status: 'done',
    undoneAt: null,
    files: files.flatMap((file, at) => importedFile(file, request.files[at]?.size ?? 0)),
    pages,
    entries,
    result,
  }
}

function importedFile(file: FileResult, size: number): readonly ImportedFile[] {
  if (!file.ok) return []
  const { refused: _refused, ...report } = file.report
  return [
    {
      ...report,
      name: file.name,
      size,
      sha256: file.sha256,
      account: file.account,
      refusedRows: file.refusedRows,
    },
  ]
}

async function finish({ api }: Importer, reader: ReaderWorker, { request }: Pending): Promise<void> {
  reader.stop()
  // what cannot be released now, main lets go of with the window; the import is done
  await api.releaseFiles({ handles: request.files.map(({ handle }) => handle) }).catch(() => {})
}
