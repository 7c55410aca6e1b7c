import { folded } from './folded.ts'
import { wordsIn } from './vocabulary.ts'

/** Nobody types more; a pasted page is not searched for. */
const mostWords = 8
const longestWord = 64

/**
 * What was typed, as the folded words to look for, each once. Signs and pictures by themselves do not matter where there
 * are words; of pictures alone each is looked for.
 */
export function typedWords(text: string): readonly string[] {
  const all = folded(text.slice(0, 1000))
    .split(/\s+/)
    .filter((word) => word !== '')
  const words = all.filter((word) => /[\p{L}\p{N}]/u.test(word))
  const wanted = words.length > 0 ? words : all.flatMap(picturesOr)
  return [...new Set(wanted.map((word) => word.slice(0, longestWord)))].slice(0, mostWords)
}

function picturesOr(signs: string): readonly string[] {
  const pictures = wordsIn(signs)
  return pictures.length > 0 ? pictures : [signs]
}
