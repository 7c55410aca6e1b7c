import { createHash } from 'node:crypto'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { checkAgainst, checkDirectory } from '#shared/backup/checkEntries.ts'
import {
  type BackupEntry,
  bytesEntry,
  type Manifest,
  manifestName,
  tableOf,
} from '#shared/backup/manifest.ts'
import { readManifest } from '#shared/backup/readManifest.ts'
import type { Refusal } from '#shared/backup/refusal.ts'
import { readRow } from '#shared/backup/rows.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Disk } from '#electron/files/disk.ts'
import { type OpenZip, openZip } from './zipFile.ts'

export type Opened = { readonly zip: OpenZip; readonly manifest: Manifest }

/** Opens a backup and compares the zip's directory with the manifest; its content is not read yet. */
export async function openBackup(disk: Disk, path: string, schema: number): Promise<Result<Opened, Refusal>> {
  const opened = await openZip(disk, path)
  if (!opened.ok) return opened
  const zip = opened.value
  const manifest = await manifestOf(zip, schema)
  if (!manifest.ok) zip.close()
  return manifest.ok ? ok({ zip, manifest: manifest.value }) : manifest
}

async function manifestOf(zip: OpenZip, schema: number): Promise<Result<Manifest, Refusal>> {
  const unfit = checkDirectory(zip.entries, zip.size)
  if (unfit !== null) return err(unfit)
  try {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.read(manifestName)) chunks.push(chunk as Buffer)
    const read = readManifest(Buffer.concat(chunks).toString('utf8'), schema)
    const different = read.ok ? checkAgainst(read.value, zip.entries) : null
    return different === null ? read : err(different)
  } catch {
    return err('wrong-hash') // it does not unpack to what the directory says of it
  }
}

/** Reads a backup from its first byte to its last: every entry has the size, the hash and the count its manifest says. */
export async function proveBackup(
  disk: Disk,
  path: string,
  schema: number,
): Promise<Result<Manifest, Refusal>> {
  const opened = await openBackup(disk, path, schema)
  if (!opened.ok) return opened
  const { zip, manifest } = opened.value
  try {
    const names = new Set(manifest.entries.map(({ name }) => name))
    for (const entry of manifest.entries) {
      const refusal = await proveEntry(zip, entry, names)
      if (refusal !== null) return err(refusal)
    }
    return ok(manifest)
  } finally {
    zip.close()
  }
}

async function proveEntry(
  zip: OpenZip,
  entry: BackupEntry,
  names: ReadonlySet<string>,
): Promise<Refusal | null> {
  const hash = createHash('sha256')
  const isTable = tableOf(entry.name) !== null
  const rows = isTable ? rowCounter(names) : null
  try {
    for await (const bytes of await zip.read(entry.name)) {
      hash.update(bytes as Buffer)
      rows?.add(bytes as Buffer)
    }
  } catch {
    return 'wrong-hash'
  }
  if (hash.digest('hex') !== entry.sha256) return 'wrong-hash'
  if (rows?.fault()) return rows.fault()
  if (isTable !== (entry.rows !== undefined) || (rows && rows.count() !== entry.rows)) return 'wrong-count'
  if (entry.name.startsWith('bytes/') && entry.name !== bytesEntry(entry.sha256)) return 'wrong-hash'
  return entry.name.startsWith('files/') ? proveFile(await zip.read(entry.name), entry.name) : null
}

/** A kept file is named by the hash of what it unpacks to. */
async function proveFile(packed: Readable, name: string): Promise<Refusal | null> {
  const hash = createHash('sha256')
  try {
    for await (const bytes of pipeline(packed, createGunzip(), () => undefined)) hash.update(bytes as Buffer)
  } catch {
    return 'wrong-hash'
  }
  return name === `files/${hash.digest('hex')}.gz` ? null : 'wrong-hash'
}

/** A line holds a change with all records of it; a longer one is made to fill the memory. */
const longestLine = 256 * 1024 ** 2
const lineEnd = 0x0a

/** Counts the rows of a table while it is read, and looks at each of them. */
function rowCounter(names: ReadonlySet<string>) {
  let rest: Buffer[] = []
  let length = 0
  let rows = 0
  let fault: Refusal | null = null
  const take = (line: Buffer) => {
    const read = readRow(line.toString('utf8'))
    if (!read.ok) fault ??= read.error
    else if (!read.value.bytes.every((hash) => names.has(bytesEntry(hash)))) fault ??= 'missing-entry'
    rows++
  }
  return {
    add: (bytes: Buffer) => {
      let from = 0
      for (let at = bytes.indexOf(lineEnd); at >= 0 && fault === null; at = bytes.indexOf(lineEnd, from)) {
        take(Buffer.concat([...rest, bytes.subarray(from, at)]))
        rest = []
        length = 0
        from = at + 1
      }
      if (from === bytes.length) return
      rest.push(bytes.subarray(from))
      length += bytes.length - from
      if (length > longestLine) fault ??= 'too-large'
      if (fault !== null) rest = []
    },
    count: () => rows,
    /** What is wrong with a row; a last one without its end was cut off. */
    fault: () => fault ?? (length > 0 ? 'bad-row' : null),
  }
}
