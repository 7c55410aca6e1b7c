import { encoded } from './folded.ts'
import { markTexts, widened } from './haystack.ts'
import { rank } from './rank.ts'
import { addWords, createVocabulary, wordsIn } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Texts as rows of words, so that a word is looked for among the distinct ones only. They only grow. */
export type WordTexts = {
  readonly vocabulary: Vocabulary
  /** Word ids, text by text; 0 before, between and after the parts of a text. */
  ids: Uint32Array
  /** Where each text begins; one more than there are texts. */
  starts: Uint32Array
  count: number
}

export const createWordTexts = (): WordTexts => ({
  vocabulary: createVocabulary(),
  ids: new Uint32Array(1024),
  starts: new Uint32Array(64),
  count: 0,
})

export function addWordText(texts: WordTexts, parts: readonly string[]): void {
  let end = texts.starts[texts.count] ?? 0
  const add = (id: number) => {
    if (end === texts.ids.length) texts.ids = widened(texts.ids)
    texts.ids[end++] = id
  }
  add(0)
  for (const part of parts) {
    addWords(texts.vocabulary, part, add)
    add(0)
  }
  if (texts.count + 2 > texts.starts.length) texts.starts = widened(texts.starts)
  texts.starts[++texts.count] = end
}

/**
 * Raises the rank of every text in which the typed word stands. Signs in it part it into words that must follow each
 * other: `d'arc` is found in D'Arcy.
 */
export function markWordTexts(texts: WordTexts, typed: string, marks: Uint8Array): void {
  const { words } = texts.vocabulary
  const pieces = wordsIn(typed)
  const found = pieces.map((piece, at) => {
    const ranks = new Uint8Array(words.count)
    markTexts(words, encoded(piece), ranks)
    const isFirst = at === 0
    const isLast = at === pieces.length - 1
    // the first piece ends a word, the last begins one, those between are whole; how a word ends is not known here
    if (!isFirst) keepFrom(ranks, isLast ? rank.start : rank.whole)
    return ranks
  })
  markRows(texts, found, marks)
}

function keepFrom(ranks: Uint8Array, least: number): void {
  for (let id = 0; id < ranks.length; id++) if ((ranks[id] ?? 0) < least) ranks[id] = rank.none
}

/** Marks the texts in which words of these ranks follow each other. `found` has ranks by word id. */
export function markRows(
  { ids, starts, count }: WordTexts,
  found: readonly Uint8Array[],
  marks: Uint8Array,
): void {
  const [first] = found
  if (!first) return
  let text = 0
  const end = starts[count] ?? 0
  for (let at = 1; at < end; at++) {
    const own = first[ids[at] ?? 0] ?? 0
    if (own === 0 || (found.length > 1 && !found.every((ranks, more) => ranks[ids[at + more] ?? 0] !== 0)))
      continue
    while ((starts[text + 1] ?? 0) <= at) text++
    const best = rankInRow(own, ids[at - 1] === 0, ids[at + found.length] === 0)
    if (best > (marks[text] ?? 0)) marks[text] = best
  }
}

/** Of a word found with this rank by itself, first or last in its part or not. */
function rankInRow(own: number, isFirst: boolean, isLast: boolean): number {
  if (own <= rank.inside) return own
  if (own < rank.whole) return isFirst ? rank.start : rank.wordStart
  return isFirst && isLast ? rank.whole : rank.word
}
