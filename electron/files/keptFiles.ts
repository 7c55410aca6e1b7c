import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { pipeline, Readable, Transform, type TransformCallback } from 'node:stream'
import { pipeline as piped } from 'node:stream/promises'
import { constants, createGunzip, createGzip } from 'node:zlib'
import { codeOf, type Disk, writeFailure } from './disk.ts'
import type { Source } from './handles.ts'
import { writeAtomically } from './writeAtomically.ts'

export type Digest = { readonly sha256: string; readonly size: number }
type Outcome<T, C extends string> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: { readonly code: C } }
const failure = <const C extends string>(code: C) => ({ ok: false, error: { code } }) as const

/** The SHA-256 of a file's content, read once from start to end. */
export async function hashSource(source: Source): Promise<Outcome<Digest, 'unreadable'>> {
  const digest = digesting()
  try {
    await piped(await source.open(), digest.through, async (chunks: AsyncIterable<unknown>) => {
      for await (const _ of chunks);
    })
    return { ok: true, ...digest.result() }
  } catch {
    return failure('unreadable')
  }
}

/** Keeps a compressed copy under the hash of its content. Keeping it again writes the same file anew. */
export async function keepSource(
  disk: Disk,
  folder: string,
  source: Source,
): Promise<Outcome<Digest, 'disk-full' | 'unreadable' | 'failed'>> {
  const digest = digesting()
  try {
    await writeAtomically(disk, folder, async (file) => {
      const gzip = createGzip({ level: constants.Z_BEST_SPEED }) // it competes with the import for the processor
      // an error of any stage ends the last one; one of writing is thrown by the loop itself
      const packed = pipeline(bytesOf(source), digest.through, gzip, () => undefined)
      for await (const chunk of packed) await file.writeFile(chunk)
      return `${digest.result().sha256}.gz`
    })
    return { ok: true, ...digest.result() }
  } catch (error) {
    if (error instanceof SourceError) return failure('unreadable')
    return failure(writeFailure(error) === 'disk-full' ? 'disk-full' : 'failed')
  }
}

/** Tells an error of reading from one of writing, which ends in the same place. */
class SourceError extends Error {}
async function* bytesOf(source: Source): AsyncGenerator<Uint8Array> {
  try {
    yield* await source.open()
  } catch (cause) {
    throw new SourceError('unreadable', { cause })
  }
}

/** Opens a kept copy. Reading it ends in an error where its content is not what its name says. */
export async function openKept(
  disk: Disk,
  folder: string,
  sha256: string,
  name: string,
): Promise<Outcome<{ readonly source: Source }, 'not-kept' | 'unreadable'>> {
  const path = join(folder, `${sha256}.gz`)
  try {
    const size = await unpackedSize(disk, path)
    return { ok: true, source: { name: basename(name), size, open: () => unpack(disk, path, sha256) } }
  } catch (error) {
    return failure(codeOf(error) === 'ENOENT' ? 'not-kept' : 'unreadable')
  }
}

/** gzip ends with the size of what it holds (RFC 1952, ISIZE); files of 4 GiB and more are not taken. */
async function unpackedSize(disk: Disk, path: string): Promise<number> {
  const file = await disk.open(path, 'r')
  try {
    const { size } = await file.stat()
    const trailer = Buffer.alloc(4)
    const { bytesRead } = await file.read(trailer, 0, 4, Math.max(0, size - 4))
    if (size < 18 || bytesRead < 4) throw new Error('kept-file-cut-off')
    return trailer.readUInt32LE()
  } finally {
    await file.close()
  }
}

async function unpack(disk: Disk, path: string, sha256: string): Promise<Readable> {
  const file = await disk.open(path, 'r')
  const digest = digesting((found) => (found === sha256 ? null : new Error('kept-file-damaged')))
  // an error of any stage reaches whoever reads the last one
  return pipeline(
    file.createReadStream(),
    createGunzip({ chunkSize: 256 * 1024 }),
    digest.through,
    () => undefined,
  )
}

/** Passes bytes on and hashes them; `check` sees the hash before the last reader sees the end. */
export function digesting(check: (sha256: string) => Error | null = () => null) {
  const hash = createHash('sha256')
  let size = 0
  let sha256 = ''
  const through = new Transform({
    transform(bytes: Buffer, _encoding, done: TransformCallback) {
      hash.update(bytes)
      size += bytes.length
      done(null, bytes)
    },
    flush(done: TransformCallback) {
      sha256 = hash.digest('hex')
      done(check(sha256))
    },
  })
  return { through, result: (): Digest => ({ sha256, size }) }
}
