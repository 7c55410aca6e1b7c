import { join } from 'node:path'
import { codeOf, type Disk } from './disk.ts'

export type End = {
  /** The last time the app ended before it could finish: a crash, a kill, a power cut. */
  readonly wasCutOff: boolean
  /** Now it has finished. */
  readonly settled: () => Promise<void>
}

/** Known by a file that is there while the app runs. Where it cannot be made, the app runs without. */
export async function watchEnd(
  disk: Pick<Disk, 'open' | 'rm'>,
  folder: string,
  log: (code: string, error: unknown) => void,
): Promise<End> {
  const path = join(folder, 'running')
  const settled = () => disk.rm(path, { force: true })
  try {
    const file = await disk.open(path, 'wx')
    await file.sync() // a power cut in the next second must find it
    await file.close()
    return { wasCutOff: false, settled }
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return { wasCutOff: true, settled }
    log('end-not-watched', error)
    return { wasCutOff: false, settled: async () => {} }
  }
}
