import { expect, test } from 'vitest'
import { pictureHead } from './pictureHead.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : part,
    ),
  )
const zeros = (count: number) => Array.from({ length: count }, () => 0)

// written by hand after the formats' own descriptions
const png = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 0], [0, 0, 1, 44], [8, 6, 0, 0, 0])
const jpeg = bytes(
  [0xff, 0xd8],
  [0xff, 0xe0, 0, 6, 1, 2, 3, 4],
  [0xff, 0xc4, 0, 3, 9],
  [0xff, 0xff, 0xc2, 0, 11, 8, 1, 44, 2, 0, 3, 0, 0],
)
const lossy = bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(4), [0, 0, 0, 0x9d, 1, 0x2a], [0, 2, 44, 1], zeros(8))
// 14 bits of width - 1 (511), then 14 bits of height - 1 (299)
const lossless = bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f, 0xff, 0xc1, 0x4a, 0], zeros(8))
const extended = bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(4), zeros(4), [0xff, 1, 0], [43, 1, 0], zeros(8))

test.each([
  ['png', png],
  ['jpeg', jpeg],
  ['webp', lossy],
  ['webp', lossless],
  ['webp', extended],
] as const)('a %s of 512 × 300 points says so', (type, picture) => {
  expect(pictureHead(picture)).toEqual({ type, width: 512, height: 300 })
})

test('a part of a larger buffer is read from its own beginning', () => {
  const within = new Uint8Array([1, 2, 3, ...png]).subarray(3)
  expect(pictureHead(within)).toEqual({ type: 'png', width: 512, height: 300 })
})

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '\uFEFF<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg>',
  '  <svg\n viewBox="0 0 1 1">',
])('%j is a drawing', (text) => {
  expect(pictureHead(new TextEncoder().encode(text))).toEqual({ type: 'svg' })
})

test.each([
  ['nothing', bytes('')],
  ['a table', bytes('Order ID,Total\n1,2\n')],
  ['a page that holds a drawing', bytes('<html><svg></svg></html>')],
  ['a PNG that was cut off', png.subarray(0, 20)],
  ['a JPEG without a picture', jpeg.subarray(0, 14)],
  ['a GIF', bytes('GIF89a', zeros(30))],
  ['a PDF', bytes('%PDF-1.7', zeros(30))],
])('%s is no picture', (_, content) => {
  expect(pictureHead(content)).toBeNull()
})
