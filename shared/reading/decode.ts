import type { Encoding, FileErrorCode } from '#shared/imports/report.ts'
import { guessEncoding, headLength, isBinary } from './encoding.ts'

/** The file's text in pieces; what it was written in, and why it ended early, are known once it has been read. */
export type Decoded = {
  readonly texts: AsyncGenerator<string>
  readonly encoding: () => Encoding
  readonly error: () => FileErrorCode | null
}

/**
 * Decodes a file as it comes. The first letter beyond ASCII decides between UTF-8 and windows-1252: before it they are
 * the same. From then on a byte that does not fit ends the reading; no letter is ever replaced by a question mark.
 */
export function decode(bytes: AsyncIterable<Uint8Array>): Decoded {
  let encoding: Encoding = 'utf-8'
  let error: FileErrorCode | null = null
  const fail = (code: FileErrorCode) => {
    error = code
  }
  async function* texts(): AsyncGenerator<string> {
    let decoder: Decoder | null = null
    for await (const chunk of withHead(bytes)) {
      if (decoder === null) {
        if (isBinary(chunk.subarray(0, headLength))) return fail('not-text')
        encoding = guessEncoding(chunk.subarray(0, headLength))
        decoder = createDecoder(encoding, hasMark(chunk))
      }
      const text = decoder.decode(chunk)
      if (text === null) return fail('not-text')
      encoding = decoder.encoding()
      if (text !== '') yield text
    }
    const last = decoder === null ? '' : decoder.decode(null)
    if (decoder === null) return fail('empty-file')
    encoding = decoder.encoding()
    if (last === null) return fail('not-text')
    if (last !== '') yield last
  }
  return { texts: texts(), encoding: () => encoding, error: () => error }
}

/** The same bytes, the first chunk long enough to be judged by. */
async function* withHead(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0)
  for await (const chunk of bytes) {
    if (head === null) yield chunk
    else {
      head = joined(head, chunk)
      if (head.length < headLength) continue
      yield head
      head = null
    }
  }
  if (head !== null && head.length > 0) yield head
}

/** `decode(null)` is the end of the file; `null` says that the bytes are not text in this encoding. */
type Decoder = {
  readonly decode: (chunk: Uint8Array | null) => string | null
  readonly encoding: () => Encoding
}

function createDecoder(guess: Encoding, isMarked: boolean): Decoder {
  let encoding = guess
  let decoder = new TextDecoder(guess, { fatal: true })
  let isSure = guess !== 'utf-8' || isMarked
  // Bytes of a letter that the last chunk began: only they can still turn out to be windows-1252.
  let begun = new Uint8Array(0)

  const decodeStrictly = (chunk: Uint8Array | null): string | null => {
    try {
      return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      return null // `fatal` says so by throwing, and only so
    }
  }
  const decodeOlder = (chunk: Uint8Array): string | null => {
    if (
      chunk.some((byte) => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d)
    )
      return null
    return decoder.decode(chunk).replace(/[\u0080-\u009f]/g, windows1252)
  }

  const decodeChunk = (chunk: Uint8Array | null): string | null => {
    if (encoding === 'windows-1252') return chunk === null ? '' : decodeOlder(chunk)
    const text = decodeStrictly(chunk)
    if (isSure) return text
    const bytes = chunk === null ? begun : joined(begun, chunk)
    const first = bytes.findIndex((byte) => byte >= 0x80)
    if (text !== null) {
      isSure = /[^\u0000-\u007f]/.test(text) // oxlint-disable-line no-control-regex -- ASCII begins there
      begun = first < 0 || isSure ? new Uint8Array(0) : bytes.slice(first)
      return text
    }
    if (first < 0 || startsLetter(bytes.subarray(first))) return null
    encoding = 'windows-1252'
    decoder = new TextDecoder('windows-1252')
    return decodeOlder(bytes)
  }
  return {
    decode: (chunk) => decodeChunk(chunk)?.replace(controls, '') ?? null,
    encoding: () => encoding,
  }
}

/** A byte order mark of UTF-8. */
const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** Whether the bytes begin with a whole letter of UTF-8. */
function startsLetter(bytes: Uint8Array): boolean {
  return [2, 3, 4].some((length) => {
    try {
      return (
        bytes.length >= length &&
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length)) !== ''
      )
    } catch {
      return false
    }
  })
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Control characters but tabs and line ends. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Bytes 0x80 to 0x9f of windows-1252 (WHATWG Encoding): some engines decode them as control characters. */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const windows1252 = (unit: string): string => c1[unit.charCodeAt(0) - 0x80] ?? unit
