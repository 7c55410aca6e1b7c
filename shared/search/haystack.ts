import { encoded, folded } from './folded.ts'
import { rank, rankBetween } from './rank.ts'

/**
 * Many texts as one row of bytes (folded, UTF-8), so that looking through all of them is one look through memory. It only
 * grows.
 */
export type Haystack = {
  /** Each text stands between two zeros. */
  bytes: Uint8Array
  /** Where each text begins; one more than there are texts, for the end of the last. */
  starts: Uint32Array
  count: number
  /** By byte: 1 = it occurs. */
  readonly alphabet: Uint8Array
}

export function createHaystack(): Haystack {
  const starts = new Uint32Array(64)
  starts[0] = 1
  return { bytes: new Uint8Array(1024), starts, count: 0, alphabet: new Uint8Array(256) }
}

/** By character code: lower case of ASCII, and no zero, which ends a text. */
export const lower = Uint8Array.from({ length: 128 }, (_, code) =>
  code >= 0x41 && code <= 0x5a ? code + 32 : Math.max(1, code),
)

export function addText(haystack: Haystack, text: string): void {
  const start = reserve(haystack, text.length)
  const { bytes, alphabet } = haystack
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x80) return addBytes(haystack, encoded(folded(text).replaceAll('\0', ' ')))
    const byte = lower[code] ?? code
    bytes[start + at] = byte
    alphabet[byte] = 1
  }
  close(haystack, start + text.length)
}

/** The bytes are folded already. */
export function addBytes(haystack: Haystack, own: Uint8Array): void {
  const start = reserve(haystack, own.length)
  haystack.bytes.set(own, start)
  for (let at = 0; at < own.length; at++) haystack.alphabet[own[at] ?? 0] = 1
  close(haystack, start + own.length)
}

/** Makes room for a text of this many bytes; answers with where it begins. */
function reserve(haystack: Haystack, length: number): number {
  const start = haystack.starts[haystack.count] ?? 1
  if (start + length + 1 > haystack.bytes.length) {
    const bytes = new Uint8Array(wider(start + length + 1))
    bytes.set(haystack.bytes)
    haystack.bytes = bytes
  }
  if (haystack.count + 2 > haystack.starts.length) haystack.starts = widened(haystack.starts)
  return start
}

function close(haystack: Haystack, end: number): void {
  haystack.bytes[end] = 0
  haystack.starts[++haystack.count] = end + 1
}

/** A third more than needed: growing stays cheap and the slack small. */
const wider = (needed: number): number => Math.ceil(needed * 1.33)
export function widened(array: Uint32Array): Uint32Array {
  const made = new Uint32Array(wider(array.length + 1))
  made.set(array)
  return made
}

/**
 * Raises the rank of every text in which the folded word stands. `marks` has a place for each text. (Horspool's way: the
 * byte under the word's last letter says how far the word can be moved on.)
 */
export function markTexts(
  { bytes, starts, count, alphabet }: Haystack,
  word: Uint8Array,
  marks: Uint8Array,
): void {
  const { length } = word
  if (length === 0 || word.some((byte) => alphabet[byte] !== 1)) return
  const shifts = shiftsOf(word)
  const final = word[length - 1]
  const last = (starts[count] ?? 0) - length
  let text = 0
  for (let at = 1; at < last;) {
    const under = bytes[at + length - 1] ?? 0
    const here = at
    at += shifts[under] ?? length
    if (under !== final) continue
    let same = 0
    while (same < length && bytes[here + same] === word[same]) same++
    if (same < length) continue
    while ((starts[text + 1] ?? 0) <= here) text++
    const found = rankBetween(bytes[here - 1] ?? 0, bytes[here + length] ?? 0)
    if (found > (marks[text] ?? 0)) marks[text] = found
    if (found >= rank.start) at = starts[text + 1] ?? last // as good as it gets, nearly
  }
}

function shiftsOf(word: Uint8Array): Uint8Array {
  const shifts = new Uint8Array(256).fill(Math.min(255, word.length))
  for (let at = 0; at < word.length - 1; at++) shifts[word[at] ?? 0] = Math.min(255, word.length - 1 - at)
  return shifts
}
