import { folded } from './folded.ts'

/** Nobody types more; a pasted page is not searched for. */
const mostWords = 8
const longestWord = 64

/** What was typed, as the folded words to look for, each once. Signs by themselves do not matter where there are words. */
export function typedWords(text: string): readonly string[] {
  const all = folded(text.slice(0, 1000))
    .split(/\s+/)
    .filter((word) => word !== '')
  const words = all.filter((word) => /[\p{L}\p{N}]/u.test(word))
  const wanted = words.length > 0 ? words : all
  return [...new Set(wanted.map((word) => word.slice(0, longestWord)))].slice(0, mostWords)
}
