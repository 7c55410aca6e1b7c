import type { Encoding, FileErrorCode } from '#shared/imports/report.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'

/** The file's bytes from the beginning, each time it is called. */
export type Open = () => AsyncIterable<Uint8Array>

/**
 * Reads the whole file once to be sure of its encoding: byte order mark, then the NUL bytes of UTF-16, then strict UTF-8,
 * else windows-1252. No character is ever replaced by a question mark.
 */
export async function findEncoding(open: Open): Promise<Result<Encoding, FileErrorCode>> {
  const head = await readHead(open, 4096)
  if (head.length === 0) return err('empty-file')
  if (isBinary(head)) return err('not-text')
  const encoding = guessEncoding(head)
  if (await isWritten(open, encoding)) return ok(encoding)
  const mayBeOlder = encoding === 'utf-8' && !startsWith(head, [0xef, 0xbb, 0xbf])
  return mayBeOlder && (await isWindows1252(open)) ? ok('windows-1252') : err('not-text')
}

async function readHead(open: Open, size: number): Promise<Uint8Array> {
  const head = new Uint8Array(size)
  let length = 0
  for await (const chunk of open()) {
    head.set(chunk.subarray(0, size - length), length)
    length = Math.min(size, length + chunk.length)
    if (length === size) break
  }
  return head.subarray(0, length)
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

/** First bytes of files people take for exports: zip (and xlsx), pdf, old xls, gzip, png, jpeg. */
const magics = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x1f, 0x8b],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
] as const

/** Known binary files, and what holds more NULs than a slip of an exporter but too few, or in the wrong places, for UTF-16. */
function isBinary(head: Uint8Array): boolean {
  if (magics.some((magic) => startsWith(head, magic))) return true
  const nul = nulShares(head)
  return guessEncoding(head) === 'utf-8' && nul.even + nul.odd > 0.02
}

function guessEncoding(head: Uint8Array): Encoding {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  const nul = nulShares(head)
  if (nul.odd > 0.3 && nul.even < 0.05) return 'utf-16le'
  if (nul.even > 0.3 && nul.odd < 0.05) return 'utf-16be'
  return 'utf-8'
}

/** The shares of NUL bytes at even and odd places: a header is mostly ASCII, so half of UTF-16 is NUL. */
function nulShares(head: Uint8Array): { readonly even: number; readonly odd: number } {
  const counts = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) counts[at & 1] = (counts[at & 1] ?? 0) + 1
  })
  const half = Math.max(1, head.length / 2)
  return { even: (counts[0] ?? 0) / half, odd: (counts[1] ?? 0) / half }
}

async function isWritten(open: Open, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of open()) if (!decodes(decoder, chunk)) return false
  return decodes(decoder)
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true })
    else decoder.decode()
    return true
  } catch {
    return false // `fatal` says so by throwing, and only so
  }
}

/** The five bytes windows-1252 leaves open do not occur in it; in other old encodings they are letters. */
async function isWindows1252(open: Open): Promise<boolean> {
  for await (const chunk of open()) {
    if (chunk.some((byte) => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d)) return false
  }
  return true
}
