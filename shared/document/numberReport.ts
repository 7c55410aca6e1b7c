import { parseNumber } from './numberPattern.ts'
import { periodOf } from './series.ts'
import type { Series } from './series.ts'

/** What a tax office asks of a series: is every number there, and once? */
export type NumberReport = {
  /** In order of time. `gaps` are the counters no document bears, each run with both its ends. */
  readonly periods: readonly {
    readonly period: string
    readonly first: number
    readonly last: number
    readonly issued: number
    readonly gaps: readonly { readonly from: number; readonly to: number }[]
  }[]
  /** Numbers more than one document bears, each once. */
  readonly duplicates: readonly string[]
  /** Numbers that none of its patterns makes. They are in no period. */
  readonly foreign: readonly string[]
}

/**
 * Looks through the numbers of all documents a series ever issued (void ones too), against what the series says it gave:
 * so a missing first or last number shows, too. Numbers it passed over because others bear them belong to the list as well.
 */
export function numberReport(
  series: Pick<Series, 'pattern' | 'reset' | 'last' | 'formerPatterns'>,
  numbers: readonly string[],
): NumberReport {
  const counters = new Map(series.last.map(({ period }) => [period, new Set<number>()] as const))
  const seen = new Set<string>()
  const duplicates = new Set<string>()
  const foreign: string[] = []
  for (const number of numbers) {
    if (seen.has(number)) duplicates.add(number)
    seen.add(number)
    const said = placeOf(series, number)
    if (!said) {
      foreign.push(number)
      continue
    }
    const { period } = said
    const known = counters.get(period) ?? new Set<number>()
    // of numbers with a month that begin anew each year, the same counter twice is a double, too
    if (known.has(said.counter)) duplicates.add(number)
    counters.set(period, known.add(said.counter))
  }
  return {
    periods: [...counters]
      .map(([period, found]) => reportOf(period, found, series.last))
      .filter(({ first, last }) => last >= first)
      .toSorted((a, b) => (a.period < b.period ? -1 : 1)),
    duplicates: [...duplicates],
    foreign,
  }
}

/** Period and counter of a number. Where several patterns could have made it, the one by which it was given counts. */
function placeOf(
  {
    pattern,
    formerPatterns = [],
    reset,
    last,
  }: Pick<Series, 'pattern' | 'reset' | 'last' | 'formerPatterns'>,
  number: string,
): { readonly period: string; readonly counter: number } | null {
  const places = [pattern, ...formerPatterns].flatMap((one) => {
    const said = parseNumber(one, number)
    if (!said) return []
    const period = periodOf(reset, `${said.year ?? '0000'}-${said.month ?? '00'}-00`)
    return [{ period, counter: said.counter }]
  })
  const wasGiven = ({ period, counter }: { readonly period: string; readonly counter: number }) =>
    last.some((given) => given.period === period && counter >= given.first && counter <= given.counter)
  return places.find(wasGiven) ?? places[0] ?? null
}

function reportOf(
  period: string,
  found: ReadonlySet<number>,
  given: Series['last'],
): NumberReport['periods'][number] {
  const said = given.find((one) => one.period === period)
  const sorted = [...found].toSorted((a, b) => a - b)
  const first = Math.min(said?.first ?? Infinity, sorted[0] ?? Infinity)
  const last = Math.max(said?.counter ?? 0, sorted.at(-1) ?? 0)
  const gaps: { from: number; to: number }[] = []
  let expected = first
  for (const counter of [...sorted, last + 1]) {
    if (counter > expected) gaps.push({ from: expected, to: counter - 1 })
    expected = counter + 1
  }
  return { period, first, last, issued: sorted.length, gaps }
}
