/** What cannot be seen: marks of direction, soft hyphens, joiners, halves of characters, what no Unicode knows. */
const unseen = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

/** Text as one line, in composed characters: single spaces for breaks, controls and wide spaces, none at the ends. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim()

/** Without any space and in capitals, as account numbers are kept: ` de71 1102…` is `DE711102…`. */
export const compact = (text: string): string => oneLine(text).replaceAll(' ', '').toUpperCase()

/** Characters in groups, from the left or, where `fromRight`, so that the first may be shorter. */
export function grouped(text: string, size: number, fromRight = false): string {
  const first = fromRight ? text.length % size : 0
  const groups = [text.slice(0, first)]
  for (let at = first; at < text.length; at += size) groups.push(text.slice(at, at + size))
  return groups.filter((group) => group !== '').join(' ')
}
