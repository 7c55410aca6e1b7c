import { expect, test } from 'vitest'
import { ticksFor } from './ticks.ts'

test.each([
  [0, 41_234, [0, 10_000, 20_000, 30_000, 40_000, 50_000]],
  [0, 6000, [0, 1000, 2000, 3000, 4000, 5000, 6000]],
  [-431, 5788, [-2000, 0, 2000, 4000, 6000]],
  [-50, -10, [-50, -40, -30, -20, -10, 0]],
  [0, 1_260_000, [0, 250_000, 500_000, 750_000, 1_000_000, 1_250_000, 1_500_000]],
  [0, 0, [0]],
])('the axis from %d to %d has the marks %j', (lowest, highest, marks) => {
  expect(ticksFor(lowest, highest)).toEqual(marks)
})
