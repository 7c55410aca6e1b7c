/** The same numbers for the same seed, on every machine (mulberry32). */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const chance = (probability: number): boolean => next() < probability
  function pick<T>(list: readonly [T, ...T[]]): T {
    return list[below(list.length)] ?? list[0]
  }
  /** Each with the probability of its weight. */
  function weighted<T extends { readonly weight: number }>(list: readonly [T, ...T[]]): T {
    let left = next() * list.reduce((sum, { weight }) => sum + weight, 0)
    return list.find(({ weight }) => (left -= weight) < 0) ?? list[0]
  }
  /** How many happen where `mean` are expected (Poisson, by Knuth). */
  const count = (mean: number): number => {
    const limit = Math.exp(-mean)
    let happened = 0
    for (let product = next(); product > limit; product *= next()) happened++
    return happened
  }
  return { below, chance, pick, weighted, count }
}
export type Random = ReturnType<typeof createRandom>
