import { expect, test } from 'vitest'
import { channels, series } from './palette.ts'

type Vector = readonly [number, number, number]
const plain = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const
/** Machado, Oliveira and Fernandes 2009, severity 1. */
const visions = {
  common: plain,
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, readonly [Vector, Vector, Vector]>

const times = (matrix: readonly [Vector, Vector, Vector], [x, y, z]: Vector): Vector => {
  const row = ([a, b, c]: Vector) => a * x + b * y + c * z
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}
const linear = (byte: number) =>
  byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4
const rgb = (hex: string): Vector =>
  [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16))) as unknown as Vector
function lab(colour: Vector): Vector {
  const cone = times(
    [
      [0.4122, 0.5363, 0.0514],
      [0.2119, 0.6807, 0.1074],
      [0.0883, 0.2817, 0.63],
    ],
    colour,
  )
  const [l, m, s] = [
    Math.cbrt(Math.max(0, cone[0])),
    Math.cbrt(Math.max(0, cone[1])),
    Math.cbrt(Math.max(0, cone[2])),
  ]
  return times(
    [
      [0.2105, 0.7936, -0.0041],
      [1.978, -2.4286, 0.4506],
      [0.0259, 0.7828, -0.8087],
    ],
    [l, m, s],
  )
}
function distance(one: string, other: string, vision: keyof typeof visions): number {
  const [a, b] = [lab(times(visions[vision], rgb(one))), lab(times(visions[vision], rgb(other)))]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
/** The smallest distance between any two of the colours, for any eye. */
function closest(colours: readonly string[]): number {
  const pairs = colours.flatMap((one, at) => colours.slice(at + 1).map((other) => [one, other] as const))
  const eyes = Object.keys(visions) as (keyof typeof visions)[]
  return Math.min(...pairs.flatMap(([one, other]) => eyes.map((vision) => distance(one, other, vision))))
}

test('two colours that only red-green vision tells apart are close here', () => {
  expect(closest(['#b85c3b', '#858035'])).toBeLessThan(0.06)
})

test.each([0, 1] as const)(
  'the four streams met most often can be told apart by every eye (theme %d)',
  (theme) => {
    expect(closest(series.slice(0, 4).map((pair) => pair[theme]))).toBeGreaterThan(0.12)
  },
)

test.each([0, 1] as const)('all eleven streams can be told apart by every eye (theme %d)', (theme) => {
  expect(closest(series.slice(0, 11).map((pair) => pair[theme]))).toBeGreaterThan(0.06)
})

test.each([0, 1] as const)('Etsy and Shopify can be told apart by every eye (theme %d)', (theme) => {
  expect(closest(Object.values(channels).map((pair) => pair[theme]))).toBeGreaterThan(0.12)
})
