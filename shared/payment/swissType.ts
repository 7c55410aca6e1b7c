import { rounded } from './drawing.ts'
import type { Shape } from './drawing.ts'
import type { Block } from './swissBlocks.ts'
import { wrapped } from './textWidth.ts'

/** Millimetres of a typographic point. */
export const point = 25.4 / 72

type Words = { x: number; y: number; points: number; bold?: boolean; anchor?: 'start' | 'middle' | 'end' }
export const written = (text: string, { x, y, points, bold = false, anchor = 'start' }: Words): Shape => ({
  kind: 'text',
  text,
  x,
  y,
  size: rounded(points * point),
  bold,
  anchor,
})

/** Sizes and distance of lines in points; `short`: where room is scarce, as the Style Guide allows it. */
type Type = {
  readonly heading: number
  readonly value: number
  readonly leading: number
  readonly short?: boolean
}
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Blocks below each other, an empty line between them, in the first type they fit in (the last, where they fit in none). */
export function setBlocks(blocks: readonly Block[], box: Box, types: readonly Type[]): readonly Shape[] {
  const settings = types.map((type) => setIn(blocks, box, type))
  return (settings.find(({ bottom }) => bottom <= box.y + box.height) ?? settings.at(-1))?.shapes ?? []
}

function setIn(blocks: readonly Block[], { x, y, width }: Box, type: Type) {
  const leading = type.leading * point
  const shapes: Shape[] = []
  let base = y + (type.heading - type.leading) * point
  for (const { heading, lines, shortLines, blank } of blocks) {
    if (shapes.length > 0) base += leading
    base += leading
    shapes.push(written(heading, { x, y: rounded(base), points: type.heading, bold: true }))
    const told = type.short === true ? (shortLines ?? lines) : lines
    for (const line of told.flatMap((text) => wrapped(text, width, type.value * point))) {
      base += leading
      shapes.push(written(line, { x, y: rounded(base), points: type.value }))
    }
    if (blank) {
      shapes.push(cornerMarks(x, base + 1, blank.width, blank.height))
      base += 1 + blank.height
    }
  }
  return { shapes, bottom: base + 0.25 * type.value * point }
}

/** A field to be filled in by hand: its corners, 3 mm long, in lines of three quarters of a point. */
export function cornerMarks(x: number, y: number, width: number, height: number): Shape {
  const corner = (atX: number, atY: number, right: number, down: number) =>
    `M${rounded(atX + right)} ${rounded(atY)}H${rounded(atX)}V${rounded(atY + down)}`
  const path =
    corner(x, y, 3, 3) +
    corner(x + width, y, -3, 3) +
    corner(x + width, y + height, -3, -3) +
    corner(x, y + height, 3, -3)
  return { kind: 'line', path, thickness: rounded(0.75 * point) }
}
