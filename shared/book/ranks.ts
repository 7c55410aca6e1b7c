const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
/** Blanks come last; what only accents or capitals tell apart has an order too, whatever came first. */
const inOrder = (a: string, b: string): number =>
  Number(a === '') - Number(b === '') || collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

/** Texts in alphabetical order, and the place of each in it. */
type Alphabet = { readonly sorted: readonly string[]; readonly places: ReadonlyMap<string, number> }
const noTexts: Alphabet = { sorted: [], places: new Map() }
const alphabets = new WeakMap<object, Alphabet>()

/**
 * A number for each item by which items stand in the alphabetical order of their texts; equal texts share one. `owner`
 * keeps the order of all it was ever asked for: putting half a million names in order takes longer than anybody waits for
 * a list, but of most of them the order is known.
 */
export function textRanks(
  owner: object,
  items: Iterable<number>,
  textOf: (item: number) => string,
): (item: number) => number {
  const texts = new Set<string>()
  for (const item of items) texts.add(textOf(item))
  for (const _ of learn(owner, texts));
  const rankOf = learntRanks(owner)
  return (item) => rankOf(textOf(item))
}

/** Where a text stands among all that were learnt; 0 for one that was not. */
export function learntRanks(owner: object): (text: string) => number {
  const { places } = alphabets.get(owner) ?? noTexts
  return (text) => places.get(text) ?? 0
}

/** Puts texts in order before anybody asks, in steps of a few milliseconds. */
export function* learn(owner: object, texts: Iterable<string>): Generator<void> {
  const known = alphabets.get(owner) ?? noTexts
  const fresh = new Set<string>()
  let looked = 0
  for (const text of texts) {
    if (++looked % (stepSize * 4) === 0) yield
    if (!known.places.has(text)) fresh.add(text)
  }
  if (fresh.size === 0) return
  const sorted = yield* mergedSlowly(known.sorted, yield* sortedSlowly([...fresh]))
  const places = new Map<string, number>()
  for (const text of sorted) {
    places.set(text, places.size)
    if (places.size % (stepSize * 4) === 0) yield
  }
  alphabets.set(owner, { sorted, places })
}

/** How many texts are put in order in one step. */
const stepSize = 1024

function* sortedSlowly(texts: readonly string[]): Generator<void, readonly string[]> {
  let runs: (readonly string[])[] = []
  for (let from = 0; from < texts.length; from += stepSize) {
    runs.push(texts.slice(from, from + stepSize).sort(inOrder))
    yield
  }
  while (runs.length > 1) {
    const longer: (readonly string[])[] = []
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(yield* mergedSlowly(runs[at] ?? [], runs[at + 1] ?? []))
      yield // between short runs there is no other
    }
    runs = longer
  }
  return runs[0] ?? []
}

function* mergedSlowly(one: readonly string[], other: readonly string[]): Generator<void, readonly string[]> {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one
  const merged: string[] = []
  for (let [a, b] = [0, 0]; a < one.length || b < other.length;) {
    const [left, right] = [one[a], other[b]]
    const takesLeft = right === undefined || (left !== undefined && inOrder(left, right) <= 0)
    merged.push((takesLeft ? left : right) ?? '')
    if (takesLeft) a++
    else b++
    if (merged.length % (stepSize * 4) === 0) yield
  }
  return merged
}
