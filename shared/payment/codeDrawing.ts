import { encode } from 'uqr'
import { rectangle } from './drawing.ts'
import type { Drawing } from './drawing.ts'

/** Modules of white that ISO/IEC 18004 wants around a code. */
const quiet = 4

/** A QR code as dark modules, `true` for dark. Level M (15 %), as every payment standard asks; the smallest version that fits. */
const modules = (text: string): readonly (readonly boolean[])[] =>
  encode(text, { ecc: 'M', boostEcc: false, border: 0 }).data

/** The code as one path, with its first module at (x, y), in squares of `size`: a run of dark modules is one rectangle. */
export function codePath(
  text: string,
  place: (modules: number) => { x: number; y: number; size: number },
): string {
  const rows = modules(text)
  const { x, y, size } = place(rows.length)
  return rows
    .flatMap((row, down) => runs(row).map(([from, to]) => [down, from, to] as const))
    .map(([down, from, to]) => rectangle(x + from * size, y + down * size, (to - from) * size, size))
    .join('')
}

/** Where dark begins and ends in a row. */
function runs(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const edges = [...row, false].flatMap((dark, at) => (dark === (row[at - 1] ?? false) ? [] : [at]))
  return edges.flatMap((from, at) => (at % 2 === 0 ? [[from, edges[at + 1] ?? row.length] as const] : []))
}

/** The text of `paymentCode` as a picture, in modules, with the quiet zone around it. */
export function codeDrawing(text: string): Drawing {
  const side = modules(text).length + 2 * quiet
  const path = codePath(text, () => ({ x: quiet, y: quiet, size: 1 }))
  return { width: side, height: side, shapes: [{ kind: 'area', path, fill: 'black' }] }
}
