const steps = [1, 2, 2.5, 5, 10] as const
const most = 6

/** Round marks for an axis that shows zero: at most six steps, the smallest that hold every amount. */
export function ticksFor(lowest: number, highest: number): readonly number[] {
  const [low, high] = [Math.min(0, lowest), Math.max(0, highest)]
  if (low === high) return [0]
  const power = 10 ** Math.floor(Math.log10((high - low) / most))
  for (const step of steps.map((factor) => factor * power)) {
    const [first, last] = [Math.floor(low / step), Math.ceil(high / step)]
    if (last - first <= most) return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
  }
  return [low, 0, high]
}
