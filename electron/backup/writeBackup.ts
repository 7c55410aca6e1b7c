import { createHash, type Hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { isPacked } from '#shared/backup/isPacked.ts'
import {
  type BackupEntry,
  fileEntry,
  formatVersion,
  type Manifest,
  manifestName,
} from '#shared/backup/manifest.ts'
import { codeOf, type Disk } from '#electron/files/disk.ts'
import { digesting } from '#electron/files/keptFiles.ts'
import { writeAtomically } from '#electron/files/writeAtomically.ts'

/** Some bytes of an entry, in their order; `last` closes it. Entries may come side by side. */
export type Part = { readonly entry: string; readonly last: boolean; readonly bytes: Uint8Array }
export type About = Omit<Manifest, 'format' | 'formatVersion' | 'entries' | 'missingFiles'>
/** What the sender says it sent; a table that arrived otherwise is refused. */
export type Said = {
  readonly tables: readonly Required<BackupEntry>[]
  /** SHA-256 of the imported files to be added from their kept copies. */
  readonly files: readonly string[]
}

export type BackupWriting = {
  /** Kept once the bytes are on their way to the disk, so that who sends does not run ahead. */
  readonly add: (part: Part) => Promise<void>
  /** Adds the kept files and the manifest, and puts the whole in its place. Answers with its path. */
  readonly finish: (about: About, said: Said) => Promise<string>
  /** Nothing of it is left. */
  readonly abandon: () => Promise<void>
}

type Parts = {
  readonly disk: Disk
  readonly folder: string
  /** Where the kept copies of imported files lie. */
  readonly keptFolder: string
  /** The name of the file, asked for when it takes its place. */
  readonly name: () => Promise<string>
}
type Entry = { readonly stream: PassThrough; readonly hash: Hash; size: number }

/** Twice as fast as the usual 6, and a tenth larger: somebody may be waiting. */
const compressionLevel = 3
const ahead = 1024 ** 2
const mtime = new Date(1980, 0, 1) // the manifest says when

/** Writes a backup as its parts come, to a temporary file beside its place. */
export function writeBackup({ disk, folder, keptFolder, name }: Parts): BackupWriting {
  const zip = new ZipFile()
  const output = zip.outputStream.pipe(new PassThrough())
  const open = new Map<string, Entry>()
  const entries: BackupEntry[] = []
  const written = writeAtomically(disk, folder, async (file) => {
    for await (const chunk of output) await file.writeFile(chunk as Uint8Array)
    return name()
  })
  const failed = new Promise<never>((_resolve, reject) => {
    written.catch(reject)
    zip.on('error', reject)
  })
  failed.catch(() => undefined) // whoever waits for a part or for the end is told

  const begin = (entry: string, bytes: Uint8Array): Entry => {
    if (entries.some((done) => done.name === entry)) throw new Error('entry-sent-twice')
    const begun = { stream: new PassThrough({ highWaterMark: ahead }), hash: createHash('sha256'), size: 0 }
    zip.addReadStream(begun.stream, entry, {
      mtime,
      compressionLevel: isPacked(bytes) ? 0 : compressionLevel,
    })
    open.set(entry, begun)
    return begun
  }
  const addKept = async (sha256: string, file: FileHandle): Promise<void> => {
    const digest = digesting()
    const source = file.createReadStream()
    source.on('error', (error) => digest.through.destroy(error))
    zip.addReadStream(source.pipe(digest.through), fileEntry(sha256), { mtime, compressionLevel: 0 })
    await Promise.race([finished(digest.through), failed])
    entries.push({ name: fileEntry(sha256), ...digest.result() })
  }
  const addFiles = async (files: readonly string[]): Promise<string[]> => {
    const missing: string[] = []
    for (const sha256 of files) {
      const file = await openIfThere(disk, join(keptFolder, `${sha256}.gz`))
      if (file === null) missing.push(sha256)
      else await addKept(sha256, file)
    }
    return missing
  }
  const stop = async () => {
    output.destroy()
    await written.catch(() => undefined)
  }

  return {
    add: async ({ entry, last, bytes }) => {
      const one = open.get(entry) ?? begin(entry, bytes)
      one.hash.update(bytes)
      one.size += bytes.length
      const hasRoom = one.stream.write(bytes)
      if (last) {
        one.stream.end()
        open.delete(entry)
        entries.push({ name: entry, size: one.size, sha256: one.hash.digest('hex') })
      }
      if (last || !hasRoom) await Promise.race([consumed(one.stream, last), failed])
    },
    finish: async (about, { tables, files }) => {
      try {
        if (open.size > 0) throw new Error('entry-not-closed')
        const missingFiles = await addFiles(files)
        const manifest: Manifest = {
          format: 'microbrand-backup',
          formatVersion,
          ...about,
          missingFiles,
          entries: withRows(entries, tables),
        }
        zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), manifestName, { mtime })
        zip.end()
        return await Promise.race([written, failed])
      } catch (error) {
        await stop()
        throw error
      }
    },
    abandon: stop,
  }
}

const consumed = (stream: PassThrough, last: boolean): Promise<unknown> =>
  new Promise((resolve) => stream.once(last ? 'end' : 'drain', resolve))

function withRows(entries: readonly BackupEntry[], tables: Said['tables']): BackupEntry[] {
  const said = new Map(tables.map((table) => [table.name, table]))
  const all = entries.map((entry) => {
    const table = said.get(entry.name)
    if (table === undefined) return entry
    if (table.sha256 !== entry.sha256 || table.size !== entry.size) throw new Error('table-arrived-otherwise')
    said.delete(entry.name)
    return { ...entry, rows: table.rows }
  })
  if (said.size > 0) throw new Error('table-not-sent')
  return all
}

async function openIfThere(disk: Disk, path: string): Promise<FileHandle | null> {
  try {
    return await disk.open(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
