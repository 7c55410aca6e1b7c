/** Letters that Unicode does not take apart, but that people without them on their keyboard write so. */
const written: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/** Lower case without accents: what a person types and what a file holds meet here. */
export const folded = (text: string): string =>
  // ASCII has nothing to take apart, and most texts are of it
  /^[\u0000-\u007f]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/[ßæœøłđðþıς]/g, (letter) => written[letter] ?? letter)

/** The folded text, and where in the text each of its characters comes from; one place more for its end. */
export function foldedWithPlaces(text: string): {
  readonly folded: string
  readonly places: readonly number[]
} {
  let all = ''
  const places: number[] = []
  let at = 0
  for (const letter of text) {
    const own = folded(letter)
    for (let part = 0; part < own.length; part++) places.push(at)
    all += own
    at += letter.length
  }
  places.push(text.length)
  return { folded: all, places }
}

const encoder = new TextEncoder()
export const encoded = (text: string): Uint8Array => encoder.encode(text)
