const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** The place of each item in the alphabetical order of its text; equal texts share one, blanks come last. */
export function textRanks(
  items: readonly number[],
  textOf: (item: number) => string,
): (item: number) => number {
  const texts = new Map(items.map((item) => [item, textOf(item)]))
  const distinct = [...new Set(texts.values())].toSorted(
    (a, b) => Number(a === '') - Number(b === '') || collator.compare(a, b),
  )
  const rank = new Map(distinct.map((text, at) => [text, at]))
  return (item) => rank.get(texts.get(item) ?? '') ?? 0
}
