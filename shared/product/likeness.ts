import { folded } from '#shared/search/folded.ts'

/** The words of a title by their numbers, each once and in order; those before its first comma, dash or bar; and its figures. */
export type TitleWords = {
  readonly all: readonly number[]
  readonly head: readonly number[]
  readonly figures: readonly number[]
}

/**
 * How alike titles are: the weight of the words they share over the weight of all their words (weighted Jaccard), where a
 * word weighs the more the fewer titles have it. "Stoneware" tells more than "handmade", so titles that differ in the
 * colour or the size alone are less alike than those that differ in what every title of the shop says.
 */
export type Likeness = {
  readonly words: readonly TitleWords[]
  readonly weights: Float64Array
  /** Of two titles by their position: 0 … 1. */
  readonly between: (a: number, b: number) => number
}

/** `12oz` and `12 oz` are the same two words. */
const wordPattern = /\p{L}+|\p{N}+/gu
const headEnd = /[,|(/:;\u2013\u2014]|\s-\s/u
const digits = /^\p{N}+$/u
/** A head that says as much as the whole other title is a little less sure than two equal titles. */
const headFactor = 0.9

export function likenessOf(titles: readonly string[]): Likeness {
  const ids = new Map<string, number>()
  const isFigure: boolean[] = []
  const idsIn = (text: string): readonly number[] => {
    const found = new Set<number>()
    for (const word of text.match(wordPattern) ?? []) {
      let id = ids.get(word)
      if (id === undefined) {
        id = ids.size
        ids.set(word, id)
        isFigure.push(digits.test(word))
      }
      found.add(id)
    }
    return [...found].sort((a, b) => a - b)
  }
  const words = titles.map((title): TitleWords => {
    const text = folded(title)
    const end = text.search(headEnd)
    const all = idsIn(text)
    const head = end > 0 ? idsIn(text.slice(0, end)) : all
    return { all, head: head.length === 0 ? all : head, figures: all.filter((id) => isFigure[id]) }
  })
  const weights = weightsOf(words, ids.size)
  const between = (a: number, b: number): number => {
    const [one, other] = [words[a], words[b]]
    if (!one || !other || figuresDiffer(one.figures, other.figures)) return 0
    const whole = overlap(one.all, other.all, weights)
    const heads = Math.max(overlap(one.head, other.all, weights), overlap(one.all, other.head, weights))
    return Math.max(whole, heads * headFactor)
  }
  return { words, weights, between }
}

/** ln(1 + titles / titles with the word): above zero for a word that all have. */
function weightsOf(words: readonly TitleWords[], count: number): Float64Array {
  const having = new Float64Array(count)
  for (const { all } of words) for (const id of all) having[id] = (having[id] ?? 0) + 1
  return having.map((own) => Math.log(1 + words.length / own))
}

/** "A4" and "A3", "3 pack" and "6 pack" are two things; where only one title has a number, it says nothing. */
function figuresDiffer(a: readonly number[], b: readonly number[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.some((id) => !many.includes(id))
}

function overlap(a: readonly number[], b: readonly number[], weights: Float64Array): number {
  let [shared, whole, at, to] = [0, 0, 0, 0]
  while (at < a.length || to < b.length) {
    const [one, other] = [a[at] ?? Number.POSITIVE_INFINITY, b[to] ?? Number.POSITIVE_INFINITY]
    const weight = weights[Math.min(one, other)] ?? 0
    whole += weight
    if (one === other) shared += weight
    if (one <= other) at++
    if (other <= one) to++
  }
  return whole === 0 ? 0 : shared / whole
}

/** The rarest words of a title, the rarest first. */
function rarest(words: readonly number[], weights: Float64Array, most: number): readonly number[] {
  return words.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b).slice(0, most)
}

/**
 * What a title is looked up by, the surest first: its head and its whole, and each two of the rarest words of both. Titles
 * that have nothing of it in common are never compared, which spares all but a few of the comparisons.
 */
export function lookedUpBy({ all, head }: TitleWords, weights: Float64Array): readonly string[] {
  const found = new Set<string>([head.join(' '), all.join(' ')])
  const pairs = (words: readonly number[]) =>
    words.forEach((one, at) => {
      for (const other of words.slice(0, at)) found.add(one < other ? `${one}+${other}` : `${other}+${one}`)
    })
  if (head !== all) pairs(rarest(head, weights, 3))
  pairs(rarest(all, weights, 4))
  return [...found]
}
