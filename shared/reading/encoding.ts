import type { Encoding } from '#shared/imports/report.ts'

/** The file's bytes, from its beginning. */
export type Open = () => AsyncIterable<Uint8Array>

/** How many bytes of a file `guessEncoding` and `isBinary` want to see. */
export const headLength = 4096

/** By byte order mark, else by the NUL bytes of UTF-16; UTF-8 until its first letter beyond ASCII proves otherwise. */
export function guessEncoding(head: Uint8Array): Encoding {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  const nul = nulShares(head)
  if (nul.odd > 0.3 && nul.even < 0.05) return 'utf-16le'
  if (nul.even > 0.3 && nul.odd < 0.05) return 'utf-16be'
  return 'utf-8'
}

/** First bytes of files people take for exports: zip (and xlsx), pdf, old xls, gzip, png, jpeg. */
const magics = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x1f, 0x8b],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
] as const

/** Known binary files, and what holds more NULs than an exporter's slip, in other places than UTF-16 has them. */
export function isBinary(head: Uint8Array): boolean {
  if (magics.some((magic) => startsWith(head, magic))) return true
  const nul = nulShares(head)
  return guessEncoding(head) === 'utf-8' && nul.even + nul.odd > 0.02
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte)

/** The shares of NUL bytes at even and odd places: a header is mostly ASCII, so half of UTF-16 is NUL. */
function nulShares(head: Uint8Array): { readonly even: number; readonly odd: number } {
  const counts = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) counts[at & 1] = (counts[at & 1] ?? 0) + 1
  })
  const half = Math.max(1, head.length / 2)
  return { even: (counts[0] ?? 0) / half, odd: (counts[1] ?? 0) / half }
}
