/** Work in steps of a few milliseconds, between which other things are done; the result comes with the last. */
export type Steps<T> = Generator<void, T>

/** All steps one after the other. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** As many numbers as are read and added up in a few milliseconds. */
const readAtOnce = 1 << 16

/** Works from 0 to `count`, so many in a step. */
export function* inSlices(
  count: number,
  work: (from: number, to: number) => void,
  size = readAtOnce,
): Steps<void> {
  for (let from = 0; from < count; from += size) {
    work(from, Math.min(from + size, count))
    yield
  }
}

/** A step after which somebody else may have finished the work, or made it useless. */
export function* until<T>(
  isUseless: () => boolean,
  steps: Steps<T>,
  finish: (value: T) => void,
): Steps<void> {
  while (!isUseless()) {
    const step = steps.next()
    if (step.done === true) return finish(step.value)
    yield
  }
}
