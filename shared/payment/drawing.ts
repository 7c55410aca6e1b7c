/**
 * A picture as plain data, in a unit of its own (`width` × `height`), drawn by whoever shows it. Sizes
 * of text are in that unit too.
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

/** To a ten-thousandth of the unit: a path is short, and its edges meet. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${rounded(x)} ${rounded(y)}H${rounded(x + width)}V${rounded(y + height)}H${rounded(x)}Z`
