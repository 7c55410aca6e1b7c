import type { MantineColorsTuple } from '@mantine/core'
import { contrast, hexOf, oklchOf } from './oklch.ts'

/** Lightness of each shade; the shade that carries white text (6) is found by its contrast instead. */
const ladder = [0.972, 0.945, 0.895, 0.825, 0.765, 0.69, 0.56, 0.5, 0.43, 0.36] as const
/** Pale shades carry less colour, or they would glare. */
const colourfulness = [0.12, 0.24, 0.45, 0.7, 0.85, 1, 1, 1, 0.9, 0.75] as const
export const accentShade = 6
/** WCAG AA for text, with a little to spare for rounding. */
const readable = 4.6

/** Ten shades of the brand's own colour. Whatever colour was chosen, white text on shade 6 and darker can be read. */
export function accentShades(brandColour: string): MantineColorsTuple {
  const { chroma, hue } = oklchOf(brandColour)
  const shade = (index: number) => {
    const colour = { chroma: Math.min(chroma, 0.2) * (colourfulness[index] ?? 1), hue }
    let lightness = ladder[index] ?? 0.5
    if (index < accentShade) return hexOf({ ...colour, lightness })
    while (contrast(hexOf({ ...colour, lightness }), '#ffffff') < readable) lightness -= 0.005
    return hexOf({ ...colour, lightness })
  }
  return [shade(0), shade(1), shade(2), shade(3), shade(4), shade(5), shade(6), shade(7), shade(8), shade(9)]
}
