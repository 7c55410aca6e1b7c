import { join } from 'node:path'
import type { Disk } from './disk.ts'

/** Sizes in bytes of the storage engine's logs, by their place below the folder of the app's data. */
export type Logs = Readonly<Record<string, number>>

/** What the engine has not put into tables yet lies in its log. Empty where there is none, or none can be looked at. */
export async function engineLogs(disk: Pick<Disk, 'readdir' | 'stat'>, folder: string): Promise<Logs> {
  const found: [string, number][] = []
  try {
    for (const database of await disk.readdir(join(folder, 'IndexedDB')))
      for (const name of await disk.readdir(join(folder, 'IndexedDB', database))) {
        if (!name.endsWith('.log')) continue
        const place = join('IndexedDB', database, name)
        found.push([place, (await disk.stat(join(folder, place))).size])
      }
  } catch {
    return {} // no databases yet, or a disk that does not answer: then there is nothing to compare
  }
  return Object.fromEntries(found)
}

/** A log that is there and is shorter than it was. */
export const isCut = (now: Logs, before: Logs): boolean =>
  Object.entries(now).some(([place, size]) => size < (before[place] ?? 0))
