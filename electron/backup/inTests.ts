import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { type BackupEntry, type Manifest, manifestName } from '#shared/backup/manifest.ts'
import type { About } from './writeBackup.ts'

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

export const about = (more: Partial<About> = {}): About => ({
  app: '0.1.0',
  schema: 2,
  createdAt: '2026-06-17T09:00:00.000Z',
  reason: 'by-hand',
  brand: {
    id: '00000000-0000-7000-8000-000000000001',
    database: '00000000-0000-7000-8000-000000000001',
    name: 'Tide & Fern',
  },
  lastChange: { seq: 3, id: 'c3' },
  pages: 1,
  sales: null,
  ...more,
})

export const page = Buffer.from('a book page')
const rates = Buffer.from('{"id":"a","rate":"0.92"}\n{"id":"b","rate":"0.93"}\n')
const pages = Buffer.from(`{"importId":"i","number":0,"columns":{"$bytes":"${sha256(page)}"}}\n`)
/** The entries of a small whole backup, in the order they are written. */
export const content: Readonly<Record<string, Buffer>> = {
  [`bytes/${sha256(page)}`]: page,
  'tables/pages.ndjson': pages,
  'tables/rates.ndjson': rates,
}

export const entryOf = (name: string, bytes: Uint8Array): BackupEntry => ({
  name,
  size: bytes.length,
  sha256: sha256(bytes),
  ...(name.startsWith('tables/') ? { rows: Buffer.from(bytes).toString().split('\n').length - 1 } : {}),
})

export const manifestOf = (files: Readonly<Record<string, Uint8Array>>): Manifest => ({
  format: 'microbrand-backup',
  formatVersion: 1,
  ...about(),
  missingFiles: [],
  entries: Object.entries(files).map(([name, bytes]) => entryOf(name, bytes)),
})

type Zipped = { readonly name: string; readonly bytes: Uint8Array; readonly mode?: number }

/** A zip of whatever is given, fit or not. */
export async function writeZip(path: string, files: readonly Zipped[], manifest?: unknown): Promise<void> {
  const zip = new ZipFile()
  for (const { name, bytes, mode } of files)
    zip.addBuffer(Buffer.from(bytes), name, mode === undefined ? {} : { mode })
  if (manifest !== undefined)
    zip.addBuffer(
      Buffer.from(typeof manifest === 'string' ? manifest : JSON.stringify(manifest)),
      manifestName,
    )
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}
export const zipped = (files: Readonly<Record<string, Uint8Array>>): readonly Zipped[] =>
  Object.entries(files).map(([name, bytes]) => ({ name, bytes }))
