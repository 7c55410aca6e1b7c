/** A typed rate holds for so many days. */
export const longestAge = 31
