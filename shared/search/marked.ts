import { foldedWithPlaces } from './folded.ts'
import { slipsBetween, slipsIn } from './likely.ts'
import { rank } from './rank.ts'
import { wordsIn } from './vocabulary.ts'

/** From the first to (not including) the last character that was found. */
export type Range = readonly [from: number, to: number]
/** A text and where in it the typed words were found, in order and apart from each other. */
export type Marked = { readonly text: string; readonly marks: readonly Range[] }

/** Finds the folded words in a text as a search does: as they stand, else by a slip or two. */
export function marked(text: string, words: readonly string[]): Marked {
  const { folded, places } = foldedWithPlaces(text)
  const found = words.flatMap((word) => standing(folded, word) ?? slipped(folded, word))
  return { text, marks: joined(found.map(([from, to]) => [places[from] ?? 0, places[to] ?? text.length])) }
}

export const plain = (text: string): Marked => ({ text, marks: [] })

/** How well a folded word was found in a folded text, for lists too short for an index. */
export function rankIn(folded: string, word: string): number {
  const found = bestOf(folded, word)
  if (found !== null) return found.rank
  const pieces = wordsIn(word)
  if (pieces.length === 0 || slipped(folded, word).length < pieces.length) return rank.none
  return rank.likely
}

type Find = { readonly at: number; readonly rank: number }

/** The best of the places where the word stands as it is. */
function bestOf(folded: string, word: string): Find | null {
  let best: Find | null = null
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    const found = rankAt(folded, at, at + word.length)
    if (best === null || found > best.rank) best = { at, rank: found }
  }
  return best
}

const isLetter = (letter: string): boolean => /^[\p{L}\p{N}]$/u.test(letter)

function rankAt(folded: string, from: number, to: number): number {
  const before = folded.charAt(from - 1)
  const after = folded.charAt(to)
  if (isLetter(before)) return rank.inside
  if (isLetter(after)) return from === 0 ? rank.start : rank.wordStart
  return from === 0 && to === folded.length ? rank.whole : rank.word
}

function standing(folded: string, word: string): readonly Range[] | null {
  const whole = bestOf(folded, word)
  if (whole) return [[whole.at, whole.at + word.length]]
  const pieces = wordsIn(word)
  if (pieces.length === 1 && pieces[0] === word) return null
  const parts = pieces.flatMap((piece) => {
    const found = bestOf(folded, piece)
    return found ? [[found.at, found.at + piece.length] as const] : []
  })
  return parts.length === pieces.length && parts.length > 0 ? parts : null
}

/** Whole words that are nearly the typed one. */
function slipped(folded: string, word: string): readonly Range[] {
  const found: Range[] = []
  for (const piece of wordsIn(word)) {
    const most = slipsIn(piece)
    if (most === 0) continue
    for (const { 0: own, index } of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (slipsBetween(codesOf(piece), codesOf(own), most) <= most) found.push([index, index + own.length])
    }
  }
  return found
}

const codesOf = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))

/** Ranges that touch or overlap as one. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const apart: Range[] = []
  for (const range of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1)
    if (last && range[0] <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], range[1])]
    else apart.push(range)
  }
  return apart
}
