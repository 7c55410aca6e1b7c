import { encoded, folded } from './folded.ts'
import { addBytes, createHaystack, lower, widened } from './haystack.ts'
import type { Haystack } from './haystack.ts'
import { isLetter } from './rank.ts'

/** Distinct folded words, numbered from 1: names and titles are made of few. */
export type Vocabulary = {
  /** Text 0 is none: it stands between the parts of a text. */
  readonly words: Haystack
  /** Which letters a word has, a bit each; some letters share one. */
  letters: Uint32Array
  /** Open addressing: id, 0 = free; length is a power of two. */
  table: Uint32Array
}

export function createVocabulary(): Vocabulary {
  const words = createHaystack()
  addBytes(words, new Uint8Array(0))
  return { words, letters: new Uint32Array(64), table: new Uint32Array(256) }
}

/** Calls `found` with the id of each word of the text, in their order. */
export function addWords(vocabulary: Vocabulary, text: string, found: (id: number) => void): void {
  const length = spell(text)
  let from = 0
  for (let at = 0; at <= length; at++) {
    if (at < length && isLetter(spelled[at] ?? 0)) continue
    if (at > from) found(idOf(vocabulary, from, at))
    from = at + 1
  }
}

/** The text being looked at. */
let spelled = new Uint8Array(256)

/** Writes the folded text, with spaces for signs; answers with its length. */
function spell(text: string): number {
  if (spelled.length < text.length) spelled = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x80) return spellBytes(encoded(wordsIn(text).join(' ')))
    spelled[at] = lower[code] ?? code
  }
  return text.length
}

function spellBytes(bytes: Uint8Array): number {
  if (spelled.length < bytes.length) spelled = new Uint8Array(bytes.length * 2)
  spelled.set(bytes)
  return bytes.length
}

/** The folded words of a text, without the signs between them. A picture (an emoji, a flag) is a word of its own. */
export const wordsIn = (text: string): readonly string[] =>
  folded(text).match(/[\p{L}\p{N}]+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}/gu) ?? []

function idOf(vocabulary: Vocabulary, from: number, to: number): number {
  const { words, table } = vocabulary
  let slot = hashOf(spelled, from, to) & (table.length - 1)
  for (; table[slot] !== 0; slot = (slot + 1) & (table.length - 1)) {
    const id = table[slot] ?? 0
    if (isSpelled(words, id, from, to)) return id
  }
  const id = words.count
  addBytes(words, spelled.subarray(from, to))
  if (id === vocabulary.letters.length) vocabulary.letters = widened(vocabulary.letters)
  vocabulary.letters[id] = lettersOf(spelled, from, to)
  table[slot] = id
  if (id * 2 > table.length) rehash(vocabulary)
  return id
}

function isSpelled({ bytes, starts }: Haystack, id: number, from: number, to: number): boolean {
  const start = starts[id] ?? 0
  if (bytes[start + to - from] !== 0) return false
  for (let at = from; at < to; at++) if (bytes[start + at - from] !== spelled[at]) return false
  return true
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

export function lettersOf(bytes: Uint8Array, from: number, to: number): number {
  let letters = 0
  for (let at = from; at < to; at++) letters |= 1 << ((bytes[at] ?? 0) & 31)
  return letters >>> 0
}

function rehash(vocabulary: Vocabulary): void {
  const { bytes, starts, count } = vocabulary.words
  const table = new Uint32Array(vocabulary.table.length * 4)
  for (let id = 1; id < count; id++) {
    let slot = hashOf(bytes, starts[id] ?? 0, (starts[id + 1] ?? 1) - 1) & (table.length - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1)
    table[slot] = id
  }
  vocabulary.table = table
}
