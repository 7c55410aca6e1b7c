import type { Book } from './book.ts'

/** For each account, the days its order exports cover: merged spans, first day and last day in turn, ascending. */
export type Covered = ReadonlyMap<string, readonly number[]>

export function coveredDays(book: Book): Covered {
  const spans = new Map<string, (readonly [number, number])[]>()
  for (const one of book.imports) {
    if (!one.visible) continue
    for (const { account, from, to } of one.coverage) {
      const known = spans.get(account)
      if (known) known.push([from, to])
      else spans.set(account, [[from, to]])
    }
  }
  return new Map([...spans].map(([account, list]) => [account, merged(list)]))
}

function merged(list: (readonly [number, number])[]): number[] {
  const result: number[] = []
  for (const [from, to] of list.toSorted((a, b) => a[0] - b[0])) {
    const end = result.at(-1)
    if (end !== undefined && from <= end) result[result.length - 1] = Math.max(end, to)
    else result.push(from, to)
  }
  return result
}

export function covers(covered: Covered, account: string, day: number): boolean {
  const spans = covered.get(account)
  if (!spans) return false
  for (let at = 0; at < spans.length; at += 2)
    if (day >= (spans[at] ?? 0) && day <= (spans[at + 1] ?? 0)) return true
  return false
}
