import { join } from 'node:path'
import { codeOf, type Disk } from './disk.ts'
import { engineLogs, isCut, type Logs } from './engineLogs.ts'

export type End = {
  /**
   * The last time the app ended before it could finish (a crash, a kill, a power cut), or its storage was cut off since, as
   * a power cut does that comes shortly after.
   */
  readonly wasCutOff: boolean
  /** Now it has finished. */
  readonly settled: () => Promise<void>
}

/** Known by a file that is there while the app runs, and by the sizes it left. Where it cannot be made, the app runs without. */
export async function watchEnd(
  disk: Pick<Disk, 'open' | 'readFile' | 'readdir' | 'rm' | 'stat'>,
  folder: string,
  log: (code: string, error: unknown) => void,
): Promise<End> {
  const [running, ended] = [join(folder, 'running'), join(folder, 'ended.json')]
  const settled = async () => {
    const logs = await engineLogs(disk, folder)
    try {
      const file = await disk.open(ended, 'w')
      await file.writeFile(JSON.stringify(logs))
      await file.sync()
      await file.close()
    } catch (error) {
      log('end-not-noted', error)
    }
    await disk.rm(running, { force: true })
  }
  const wasCut = isCut(await engineLogs(disk, folder), await leftIn(disk, ended))
  try {
    const file = await disk.open(running, 'wx')
    await file.sync() // a power cut in the next second must find it
    await file.close()
    return { wasCutOff: wasCut, settled }
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return { wasCutOff: true, settled }
    log('end-not-watched', error)
    return { wasCutOff: wasCut, settled: async () => {} }
  }
}

/** What was noted at the last end; nothing where that cannot be read. */
async function leftIn(disk: Pick<Disk, 'readFile'>, path: string): Promise<Logs> {
  try {
    const found: unknown = JSON.parse(await disk.readFile(path, 'utf8'))
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(
      Object.entries(found).filter((one): one is [string, number] => typeof one[1] === 'number'),
    )
  } catch {
    return {}
  }
}
