import { expose, transfer, wrap } from 'comlink'
import type { EntryBatch } from '#shared/book/entry.ts'
import { origin } from '#shared/identity.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import { sampleFiles } from '#shared/sample/sampleBrand.ts'
import type { BookWorker, FileToRead, ReaderWorker } from '#data/workers.ts'
import { createFileReader } from './fileReader.ts'
import type { BookOfImport } from './fileReader.ts'

/** Settled by measuring: smaller pages cost more transactions, larger ones more memory while they are made. */
const entriesPerPage = 5000

/** The bytes of a chosen file, pulled as they are read: a slow disk or book holds back main, too. */
const open = (handle: string) =>
  async function* () {
    const response = await fetch(`${origin}/import/${handle}`)
    if (!response.ok || !response.body) throw new Error('the file cannot be read')
    const reader = response.body.getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  }

/** The book in its own worker; a batch's columns change hands instead of being copied. */
function bookAt(port: MessagePort): BookOfImport {
  const { beginImport, addBatch, orderHeads, accountsOf } = wrap<BookWorker>(port)
  return {
    beginImport,
    orderHeads,
    accountsOf,
    addBatch: (importId, batch) => addBatch(importId, transfer(batch, buffersOf(batch))),
  }
}

const buffersOf = (batch: EntryBatch): ArrayBuffer[] =>
  Object.values(batch).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  )

let files: ReaderWorker | null = null
function current(): ReaderWorker {
  if (!files) throw new Error('nothing was read')
  return files
}

const reader = {
  read: (
    port: MessagePort,
    importId: string,
    order: number,
    chosen: readonly FileToRead[],
    onProgress: (progress: ImportProgress) => void,
  ) => {
    files = createFileReader({ book: bookAt(port), open, entriesPerPage })
    return files.read(importId, order, chosen, onProgress)
  },
  refused: (file: number, from: number, count: number) => current().refused(file, from, count),
  refusedCsv: (file: number) => current().refusedCsv(file),
  sample: (today: string) => sampleFiles(today),
}
export type RemoteReader = typeof reader

expose(reader)
