import type { ImportProgress } from '#shared/imports/report.ts'
import type { FileToRead } from '#data/workers.ts'

/** Not more often than a person can see. */
const pause = 300

/** Turns what one file's reading tells into the progress of the whole import. */
export function createMeter(
  files: readonly FileToRead[],
  onProgress: (progress: ImportProgress) => void,
  now: () => number = Date.now,
) {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0)
  const started = now()
  const rows = new Map<number, number>()
  let last = 0
  return {
    of: (file: number) => (found: { readonly bytes: number; readonly rows: number }) => {
      rows.set(file, found.rows)
      const time = now()
      if (time - last < pause) return
      last = time
      const bytes = files.slice(0, file).reduce((sum, { size }) => sum + size, 0) + found.bytes
      onProgress({
        phase: 'reading',
        file,
        files: files.length,
        rows: [...rows.values()].reduce((sum, count) => sum + count, 0),
        bytes,
        totalBytes,
        secondsLeft: secondsLeft(time - started, bytes, totalBytes),
      })
    },
  }
}
export type Meter = ReturnType<typeof createMeter>

/** Nothing is promised in the first second. */
const secondsLeft = (elapsed: number, bytes: number, totalBytes: number): number | null =>
  elapsed < 1000 || bytes === 0 ? null : Math.ceil(((elapsed / bytes) * (totalBytes - bytes)) / 1000)
