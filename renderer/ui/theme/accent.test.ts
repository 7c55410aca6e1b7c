import { expect, test } from 'vitest'
import { accentShades } from './accent.ts'
import { contrast, hexOf, oklchOf } from './oklch.ts'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54], // the lightest grey that passes AA, as WCAG's own notes say
])('contrast of %s on %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2)
})

test.each(['#ff0000', '#0b7285', '#ffd43b', '#111111', '#f8f9fa'])(
  '%s comes back from oklch as itself',
  (hex) => {
    expect(hexOf(oklchOf(hex))).toBe(hex)
  },
)

const wheel = Array.from({ length: 36 }, (_, step) => hexOf({ lightness: 0.7, chroma: 0.2, hue: step * 10 }))
test.each([...wheel, '#ffff00', '#00ff00', '#ffffff', '#000000'])(
  'white text on the accent made from %s can be read',
  (hex) => {
    const shades = accentShades(hex)
    for (const shade of shades.slice(6)) expect(contrast(shade, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  },
)

test.each(wheel)('links in the accent made from %s can be read on the dark page', (hex) => {
  expect(contrast(accentShades(hex)[4] ?? '', '#191a1e')).toBeGreaterThanOrEqual(4.5)
})
