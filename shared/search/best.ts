/** Keeps the best of what is offered, at most so many; of equals the first. */
export function createBest(most: number) {
  const kept: { readonly id: number; readonly score: number }[] = []
  let least = Number.NEGATIVE_INFINITY
  return {
    offer(id: number, score: number): void {
      if (score <= least) return
      let at = kept.length
      while (at > 0 && (kept[at - 1]?.score ?? 0) < score) at--
      kept.splice(at, 0, { id, score })
      if (kept.length > most) kept.pop()
      if (kept.length === most) least = kept[most - 1]?.score ?? least
    },
    list: (): readonly { readonly id: number; readonly score: number }[] => kept,
  }
}
