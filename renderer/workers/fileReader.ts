import type { EntryBatch } from '#shared/book/entry.ts'
import type { FileError, ImportProgress } from '#shared/imports/report.ts'
import { continueOrders, headKeys } from '#shared/reading/continueOrders.ts'
import type { Open } from '#shared/reading/encoding.ts'
import { readFile } from '#shared/reading/readFile.ts'
import type { ReadReport } from '#shared/reading/readFile.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { refusedCsv } from '#data/refusedCsv.ts'
import type { StorageFailure } from '#data/storageFailure.ts'
import type { BookWorker, FileToRead, ReaderWorker, ReadFile } from '#data/workers.ts'
import { createMeter } from './meter.ts'
import type { Meter } from './meter.ts'

/** What reading needs of the book. */
export type BookOfImport = Pick<BookWorker, 'beginImport' | 'addBatch' | 'orderHeads' | 'accountsOf'>

type Parts = {
  readonly book: BookOfImport
  readonly open: (handle: string) => Open
  /** Entries of a book page. */
  readonly entriesPerPage: number
}

/** Refused rows that go to the window with the report; a file can have a million of them. */
const firstRefused = 20

/** How many batches may be on their way to the book: enough to keep both sides busy, few enough to hold back reading. */
const ahead = 4

/** Reads files one after the other and hands their entries to the book. Plain code: the worker's entry file exposes it. */
export function createFileReader(parts: Parts): ReaderWorker {
  let isStopped = false
  /** Reports of the files that were read, by their place among the chosen ones. */
  let found: ReadonlyMap<number, ReadReport> = new Map()

  async function read(
    importId: string,
    order: number,
    files: readonly FileToRead[],
    onProgress: (progress: ImportProgress) => void,
  ): ReturnType<ReaderWorker['read']> {
    const broken = new Map<number, FileError>()
    const meter = createMeter(files, onProgress)
    for (;;) {
      await parts.book.beginImport(importId, order)
      const attempt = await readOnce(importId, files, broken, meter)
      if (attempt !== 'again') return attempt
    }
  }

  /** A file that breaks after some of it was handed over is left out from the start of another attempt. */
  async function readOnce(
    importId: string,
    files: readonly FileToRead[],
    broken: Map<number, FileError>,
    meter: Meter,
  ): Promise<Result<readonly Result<ReadFile, FileError>[], StorageFailure> | 'again'> {
    const reports = new Map<number, ReadReport>()
    const sender = createSender(parts.book, importId)
    for (const [at, file] of files.entries()) {
      if (isStopped) return ok([])
      if (broken.has(at)) continue
      const outcome = await readOne(file, reports.size, sender, meter.of(at))
      if (sender.failure()) break
      if (outcome.ok) reports.set(at, outcome.value)
      else broken.set(at, outcome.error)
      if (!outcome.ok && outcome.wasSent) return (await sender.settle(), 'again')
    }
    await sender.settle()
    for (const [at, report] of reports)
      if (!sender.failure()) reports.set(at, await finishOrders(importId, report, sender))
    await sender.settle()
    const failure = sender.failure()
    if (failure) return err(failure)
    found = reports
    return ok(files.map((_, at) => resultOf(reports.get(at), broken.get(at))))
  }

  async function readOne(
    file: FileToRead,
    place: number,
    sender: Sender,
    onProgress: (found: { readonly bytes: number; readonly rows: number }) => void,
  ) {
    const batches = readFile(parts.open(file.handle), {
      file: place,
      account: file.account ?? ((channel) => onlyAccount(parts.book, channel)),
      entriesPerBatch: parts.entriesPerPage,
      onProgress,
    })
    let wasSent = false
    for (;;) {
      const next = await batches.next()
      if (next.done === true) return next.value.ok ? next.value : { ...next.value, wasSent }
      wasSent = true
      await sender.send(next.value)
      if (isStopped || sender.failure())
        return { ...err<FileError>({ code: 'unreadable', row: null }), wasSent: false }
    }
  }

  /** Rows whose order begins in another file, now that all files of the import are read. */
  async function finishOrders(importId: string, report: ReadReport, sender: Sender): Promise<ReadReport> {
    const { held } = report
    if (!held || held.rows.length === 0) return report
    const keys = headKeys(held)
    const found = await parts.book.orderHeads(importId, keys)
    const heads = new Map(keys.map((key, at) => [key.join(' '), found[at] ?? null]))
    const { batch, refused } = continueOrders(held, (key) => heads.get(key.join(' ')) ?? null)
    if (batch.count > 0) await sender.send(batch)
    return { ...report, refused: [...report.refused, ...refused].sort((a, b) => a.row - b.row) }
  }

  function reportOf(file: number): ReadReport {
    const report = found.get(file)
    if (!report) throw new Error('no report of this file')
    return report
  }

  return {
    read,
    refused: async (file, from, count) => reportOf(file).refused.slice(from, from + count),
    refusedCsv: async (file) => refusedCsv(reportOf(file)),
    stop: () => {
      isStopped = true
    },
  }
}

function resultOf(report: ReadReport | undefined, error: FileError | undefined): Result<ReadFile, FileError> {
  if (!report) return err(error ?? { code: 'unreadable', row: null })
  const { held: _held, account, refused, ...rest } = report
  return ok({
    report: { ...rest, refused: refused.slice(0, firstRefused) },
    refusedRows: refused.length,
    account,
  })
}

/** Without a name from the person: the only shop of that channel the book knows. */
async function onlyAccount(book: BookOfImport, channel: string): Promise<string> {
  const accounts = await book.accountsOf(channel)
  return accounts.length === 1 ? (accounts[0] ?? '') : ''
}

type Sender = ReturnType<typeof createSender>

function createSender(book: BookOfImport, importId: string) {
  const onTheWay = new Set<Promise<void>>()
  let failure: StorageFailure | null = null
  const send = async (batch: EntryBatch) => {
    const sent: Promise<void> = book.addBatch(importId, batch).then((stored) => {
      if (!stored.ok) failure ??= stored.error
      onTheWay.delete(sent)
    })
    onTheWay.add(sent)
    if (onTheWay.size >= ahead) await Promise.race(onTheWay)
  }
  const settle = async () => void (await Promise.all(onTheWay))
  return { send, settle, failure: () => failure }
}
