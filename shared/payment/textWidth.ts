import { plainLatin } from './plainLatin.ts'

/** Widths of Helvetica, Arial and Liberation Sans, which are the same, in thousandths of the size, by what has them. */
const regular: Readonly<Record<number, string>> = {
  191: "'",
  222: 'ijl',
  260: '|',
  278: ' !,./:;I[]\\ft',
  333: '()-`r',
  334: '{}',
  355: '"',
  389: '*',
  469: '^',
  500: 'Jckszvxy',
  556: '#$0123456789?L_abdeghnopqu€',
  584: '+<=>~',
  611: 'FTZßø',
  667: '&ABEKPSVXY',
  722: 'CDHNRUw',
  778: 'GOQØ',
  833: 'Mm',
  889: '%æ',
  944: 'Wœ',
  1015: '@',
}
const widths = new Map(
  Object.entries(regular).flatMap(([width, signs]) =>
    Array.from(signs).map((sign) => [sign, Number(width)] as const),
  ),
)

/** How wide a line of text is, in the unit of its size. A sign that is not in the table counts as wide as any. */
export const textWidth = (text: string, size: number): number =>
  Array.from(plainLatin(text)).reduce((total, sign) => total + (widths.get(sign) ?? 1015), 0) * (size / 1000)

/** Text in lines no wider than that: broken between words, and inside a word that is too long for a line of its own. */
export function wrapped(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, size) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = cutWord(word, width, size)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' ? lines : [...lines, line]
}

function cutWord(word: string, width: number, size: number): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const sign of word) {
    if (piece !== '' && textWidth(piece + sign, size) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += sign
  }
  return [...pieces, piece]
}
