import { record } from './entry.ts'

/** Many texts as one, folded, so that looking through all of them is one look through a long text. */
export type Haystack = { readonly text: string; readonly starts: Uint32Array }

/** Lower case without accents: what a person types and what a file holds meet here. */
export const folded = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- ASCII has nothing to take apart, and most texts are of it
  /^[\u0000-\u007f]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()

/** Texts hold no `record`: it is taken out of every cell. */
export function haystackOf(texts: readonly string[]): Haystack {
  const text = folded(texts.join(record))
  const starts = new Uint32Array(texts.length + 1)
  let end = -1
  for (let at = 0; at < texts.length; at++) {
    starts[at] = end + 1
    end = text.indexOf(record, end + 1)
    if (end < 0) end = text.length
  }
  starts[texts.length] = text.length + 1
  return { text, starts }
}

/** The positions of the wanted texts in which the folded word stands, in their order; at most so many. */
export function positionsOf(
  { text, starts }: Haystack,
  word: string,
  most = Number.POSITIVE_INFINITY,
  isWanted: (position: number) => boolean = () => true,
): number[] {
  const found: number[] = []
  let position = 0
  for (
    let at = text.indexOf(word);
    at >= 0 && found.length < most;
    at = text.indexOf(word, starts[position])
  ) {
    position = positionAt(starts, at, position)
    if (isWanted(position)) found.push(position)
    position++
    if (position >= starts.length - 1) break
  }
  return found
}

/** Which text the character belongs to; looks ahead in growing steps, for the next hit is often near. */
function positionAt(starts: Uint32Array, at: number, from: number): number {
  let [low, step] = [from, 1]
  while ((starts[low + step] ?? Number.POSITIVE_INFINITY) <= at) {
    low += step
    step *= 2
  }
  for (let high = Math.min(low + step, starts.length - 1); high - low > 1;) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}
