import type { Encoding } from '#shared/imports/report.ts'
import type { Open } from './encoding.ts'

/**
 * The file's text in pieces, control characters left out but tabs and line ends. A character that lies across two chunks
 * of bytes comes out whole.
 */
export async function* decode(open: Open, encoding: Encoding, onBytes: (count: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of open()) {
    onBytes(chunk.length)
    const text = clean(decoder.decode(chunk, { stream: true }), encoding)
    if (text !== '') yield text
  }
  const last = clean(decoder.decode(), encoding)
  if (last !== '') yield last
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

function clean(text: string, encoding: Encoding): string {
  const letters = encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, windows1252) : text
  return letters.replace(controls, '')
}

/** Bytes 0x80 to 0x9f of windows-1252 (WHATWG Encoding): some engines decode them as control characters. */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const windows1252 = (unit: string): string => c1[unit.charCodeAt(0) - 0x80] ?? unit
