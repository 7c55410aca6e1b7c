import { folded } from '#shared/search/folded.ts'
import { rankIn } from '#shared/search/marked.ts'
import { rank } from '#shared/search/rank.ts'
import type { Entry } from './entry.ts'

export type RankedEntry = { readonly entry: Entry; readonly rank: number }

/** Entries in which all words are found, the better finds first; nearly found ones only where there is nothing else. */
export function rankEntries(entries: readonly Entry[], words: readonly string[]): readonly RankedEntry[] {
  const found = entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter((one) => one.rank > rank.none)
    .toSorted((a, b) => b.rank - a.rank)
  const exact = found.filter((one) => one.rank >= rank.inside)
  return exact.length > 0 ? exact : found
}

/** On average of the words; 0 where one is missing. */
function rankOf({ sort, name, words: others = '', about = '' }: Entry, words: readonly string[]): number {
  const own = folded(name)
  const beside = folded(`${about} ${others}`)
  let sum = 0
  for (const word of words) {
    // what is not its name is never as good a find
    const best = Math.max(rankIn(own, word), Math.min(rankIn(beside, word), rank.inside))
    if (best === rank.none) return rank.none
    sum += best
  }
  const average = words.length === 0 ? rank.none : sum / words.length
  // names of files are full of numbers that orders have, too
  return sort === 'import' ? Math.min(average, rank.inside) : average
}
