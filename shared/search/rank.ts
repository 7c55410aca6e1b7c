/** How well a word was found in a text; more is better. */
export const rank = {
  /** It is not there. */
  none: 0,
  /** Something like it: two letters off, or one. */
  likely: 1,
  likelier: 2,
  /** Inside a word. */
  inside: 3,
  wordStart: 4,
  /** At the beginning of the text or of a part of it. */
  start: 5,
  word: 6,
  /** The whole text or part. */
  whole: 7,
} as const

/** Letters and digits of folded UTF-8; beyond ASCII everything is taken for a letter. */
export const isLetter = (byte: number): boolean =>
  byte >= 0x80 || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39)

/** Of a find between these bytes; a byte below a space ends a text or a part of it. */
export function rankBetween(before: number, after: number): number {
  if (isLetter(before)) return rank.inside
  const atStart = before < 0x20
  if (isLetter(after)) return atStart ? rank.start : rank.wordStart
  return atStart && after < 0x20 ? rank.whole : rank.word
}
