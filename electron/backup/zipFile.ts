import { pipeline, type Readable, Transform, type TransformCallback } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { limits, type ZipEntry } from '#shared/backup/checkEntries.ts'
import type { Refusal } from '#shared/backup/refusal.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Disk } from '#electron/files/disk.ts'

/** A zip whose directory was read; its entries are unpacked one by one, when they are asked for. */
export type OpenZip = {
  /** Bytes on the disk. */
  readonly size: number
  readonly entries: readonly ZipEntry[]
  /** The bytes of an entry. Reading them ends in an error where the directory says other bytes or another number. */
  readonly read: (name: string) => Promise<Readable>
  readonly close: () => void
}

const link = 0o12
const [stored, deflated] = [0, 8]

export async function openZip(disk: Disk, path: string): Promise<Result<OpenZip, Refusal>> {
  try {
    // names are looked at by checkEntries: yauzl would refuse unsafe ones without saying which way
    const zip = await openPromise(path, { autoClose: false, decodeStrings: false })
    try {
      const found = await readDirectory(zip)
      return found === null ? refuse(zip, 'too-large') : ok(readable(zip, found))
    } catch {
      return refuse(zip, 'cut-off') // its end is there, but what it points to is not a directory
    }
  } catch {
    return err(await whyNoZip(disk, path))
  }
}

function refuse(zip: ZipFile, code: Refusal) {
  zip.close()
  return err(code)
}

async function readDirectory(zip: ZipFile): Promise<readonly Entry[] | null> {
  if (zip.entryCount > limits.entries) return null
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

function readable(zip: ZipFile, found: readonly Entry[]): OpenZip {
  const entries = new Map(found.map((entry) => [nameOf(entry), entry]))
  return {
    size: zip.fileSize,
    entries: found.map((entry) => ({
      name: nameOf(entry),
      size: entry.uncompressedSize,
      packedSize: entry.compressedSize,
      isLink: (entry.externalFileAttributes >>> 16) >> 12 === link,
      isEncrypted: entry.isEncrypted(),
      isReadable: [stored, deflated].includes(entry.compressionMethod),
    })),
    read: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) throw new Error('no-such-entry')
      // an error of either stage reaches whoever reads the last one
      return pipeline(await zip.openReadStreamPromise(entry), checking(entry.crc32), () => undefined)
    },
    close: () => zip.close(),
  }
}

/** yauzl leaves the checksum to whoever reads. */
function checking(expected: number): Transform {
  let sum = 0
  return new Transform({
    transform(bytes: Buffer, _encoding, done: TransformCallback) {
      sum = crc32(bytes, sum)
      done(null, bytes)
    },
    flush: (done: TransformCallback) => done(sum === expected ? null : new Error('wrong-checksum')),
  })
}

const nameOf = ({ fileNameRaw }: Entry) => fileNameRaw.toString('utf8')

/** A zip without its end was cut off; what does not begin like one never was one. */
async function whyNoZip(disk: Disk, path: string): Promise<Refusal> {
  try {
    const file = await disk.open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
      return bytesRead === 4 && buffer.readUInt32LE() === 0x04034b50 ? 'cut-off' : 'not-a-zip'
    } finally {
      await file.close()
    }
  } catch {
    return 'unreadable'
  }
}
