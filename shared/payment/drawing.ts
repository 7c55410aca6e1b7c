/**
 * A picture as plain data, in a unit of its own (`width` × `height`), drawn by whoever shows it: as elements of a page, or
 * as a file by `svgText`. Sizes of text are in that unit too.
 */
export type Drawing = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] }
export type Shape =
  | { readonly kind: 'area'; readonly path: string; readonly fill: 'black' | 'white' }
  | { readonly kind: 'line'; readonly path: string; readonly thickness: number }
  | {
      readonly kind: 'text'
      readonly text: string
      /** Where the line of writing begins or, by `anchor`, ends or has its middle. */
      readonly x: number
      readonly y: number
      readonly size: number
      readonly bold: boolean
      readonly anchor: 'start' | 'middle' | 'end'
    }

/** The only letters a QR-bill may be set in. Arimo comes with the app, and is what Liberation Sans 2 is made of. */
export const drawingFonts = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif"

/** The drawing as a file of its own, for an `<img>`: nothing in it is run or fetched. */
export function svgText({ width, height, shapes }: Drawing): string {
  const box = `viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges"`
  const ground = `<path d="${rectangle(0, 0, width, height)}" fill="white"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${ground}${shapes.map(element).join('')}</svg>`
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'area':
      return `<path d="${shape.path}" fill="${shape.fill}"/>`
    case 'line':
      return `<path d="${shape.path}" fill="none" stroke="black" stroke-width="${shape.thickness}"/>`
    case 'text': {
      const { x, y, size, bold, anchor } = shape
      const font = `font-family="${drawingFonts}" font-size="${size}" font-weight="${bold ? 700 : 400}"`
      return `<text x="${x}" y="${y}" text-anchor="${anchor}" ${font}>${escaped(shape.text)}</text>`
    }
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** To a ten-thousandth of the unit: a path is short, and its edges meet. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${rounded(x)} ${rounded(y)}H${rounded(x + width)}V${rounded(y + height)}H${rounded(x)}Z`
