import { encoded } from './folded.ts'
import { rank } from './rank.ts'
import { lettersOf } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * How many letters a typed word may be off: short ones are too much alike, and another number is another thing. In a word
 * of three letters the only slip that is thought of is a swap.
 */
export const slipsIn = (typed: string): number =>
  typed.length < short || /^\d+$/.test(typed) ? 0 : typed.length < 8 ? 1 : 2
const short = 3

/**
 * How many letters were left out, put in, mistaken or swapped with their neighbour, at least, between what was typed and
 * a beginning of the word; more than `most` is told as `most + 1`. (Optimal string alignment; rows of the usual table.)
 */
export function slipsBetween(typed: ArrayLike<number>, word: ArrayLike<number>, most: number): number {
  if (typed.length <= short) return isSwapped(typed, word) ? 1 : most + 1
  const width = Math.min(word.length, typed.length + most)
  if (width < typed.length - most) return most + 1
  let [before, above, row] = [rows.a, rows.b, rows.c]
  for (let at = 0; at <= width; at++) above[at] = at
  for (let line = 1; line <= typed.length; line++) {
    row[0] = line
    let least = line
    for (let at = 1; at <= width; at++) {
      const isSame = typed[line - 1] === word[at - 1]
      let slips = Math.min(
        (above[at - 1] ?? 0) + (isSame ? 0 : 1),
        (above[at] ?? 0) + 1,
        (row[at - 1] ?? 0) + 1,
      )
      const isSwapped =
        line > 1 && at > 1 && typed[line - 1] === word[at - 2] && typed[line - 2] === word[at - 1]
      if (isSwapped) slips = Math.min(slips, (before[at - 2] ?? 0) + 1)
      row[at] = slips
      if (slips < least) least = slips
    }
    if (least > most) return most + 1
    ;[before, above, row] = [above, row, before]
  }
  let best = most + 1
  for (let at = 0; at <= width; at++) best = Math.min(best, above[at] ?? best)
  return best
}

/** Whether the word begins with these three letters, two neighbours of them swapped. */
function isSwapped(typed: ArrayLike<number>, word: ArrayLike<number>): boolean {
  const [first, second, third] = [word[0], word[1], word[2]]
  if (third === undefined) return false
  return (
    (first === typed[1] && second === typed[0] && third === typed[2]) ||
    (first === typed[0] && second === typed[2] && third === typed[1])
  )
}

/** Longer words than this are compared by their beginning. */
const longest = 64
const rows = {
  a: new Uint8Array(longest * 2),
  b: new Uint8Array(longest * 2),
  c: new Uint8Array(longest * 2),
}

/** By word id: `likelier` for one slip, `likely` for two; `none` for what is not alike. */
export function likelyWords({ words, letters }: Vocabulary, typed: string): Uint8Array {
  const marks = new Uint8Array(words.count)
  const most = slipsIn(typed)
  const bytes = encoded(typed).subarray(0, longest)
  const own = lettersOf(bytes, 0, bytes.length)
  const isAscii = bytes.length === typed.length
  const wanted = isAscii ? bytes : codesOf(typed)
  const mostStrange = typed.length <= short ? 0 : isAscii ? most : most * 3
  for (let id = 1; most > 0 && id < words.count; id++) {
    // a slip puts in one letter at most that the word has not; beyond ASCII a letter is up to three bytes
    if (bitsIn(own & ~(letters[id] ?? 0)) > mostStrange) continue
    const word = words.bytes.subarray(words.starts[id] ?? 0, (words.starts[id + 1] ?? 1) - 1)
    const slips = slipsBetween(wanted, isAscii ? word : codesOf(decoder.decode(word)), most)
    if (slips <= most) marks[id] = slips > 1 ? rank.likely : rank.likelier
  }
  return marks
}

const decoder = new TextDecoder()
const codesOf = (text: string): readonly number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0)

function bitsIn(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
