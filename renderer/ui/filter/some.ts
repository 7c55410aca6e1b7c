/** What is chosen, as an address keeps it: nothing is no filter. */
export const some = <T>(chosen: readonly T[]): readonly T[] | undefined =>
  chosen.length === 0 ? undefined : chosen

/** The known words among the chosen, in their own order. */
export const someOf = <T extends string>(
  known: readonly T[],
  chosen: readonly string[],
): readonly T[] | undefined => some(known.filter((word) => chosen.includes(word)))
