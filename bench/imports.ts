import { join } from 'node:path'
import { importFile, makeBrand, openApp } from './app.ts'
import type { ImportTimes, OpenApp } from './app.ts'
import type { Floors } from './floors.ts'
import { exportFile } from './generate.ts'
import type { ExportFile } from './generate.ts'
import { watchMemory } from './memory.ts'
import { median, row } from './results.ts'
import type { Row } from './results.ts'
import { storedBytes } from './stored.ts'
import type { Stored } from './stored.ts'

/** Where generated files wait for the next run. */
export const exportsFolder = join(process.cwd(), '.cache', 'bench')

export type Imported = {
  readonly times: ImportTimes
  readonly stored: Stored
  readonly growth: number | null
}

/** One import into an empty brand, from the first start on. `look` sees at the app before it is closed. */
export async function importOnce(
  file: ExportFile,
  userData: string,
  {
    weigh = false,
    look = async () => {},
  }: { readonly weigh?: boolean; readonly look?: (opened: OpenApp) => Promise<void> },
): Promise<Imported> {
  const opened = await openApp(userData)
  await makeBrand(opened)
  const memory = weigh ? watchMemory(opened.app.process().pid ?? 0) : null
  const times = await importFile(opened, file)
  const growth = memory?.stop() ?? null
  const stored = await storedBytes(opened.page)
  await look(opened)
  await opened.app.close()
  return { times, stored, growth }
}

const titles = { etsy: 'Etsy items', shopify: 'Shopify orders' } as const
const columns = { etsy: { id: 24, day: 0, buyer: 2 }, shopify: { id: 0, day: 15, buyer: 1 } } as const
/** One record per sale takes minutes for the largest file: there the time of a tenth of it is taken ten times. */
const storedAtMost = 100_000

export const titleOf = ({ format, count }: Pick<ExportFile, 'format' | 'count'>): string =>
  `${titles[format]}, ${count.toLocaleString('en')}`

/** `weighed`: an import apart, since weighing slows it down. */
export async function importRows(
  file: ExportFile,
  timed: readonly Imported[],
  weighed: Imported,
  floors: Floors,
): Promise<Row[]> {
  const { count, path, expected } = file
  const { growth, stored } = weighed
  const name = (what: string) => `import of ${titles[file.format]}: ${what}`
  const of = (read: (times: ImportTimes) => number) => median(timed.map(({ times }) => read(times)))
  const total = of(({ toPreview, toPainted }) => toPreview + toPainted)
  const parsing = median(await repeat(timed.length, () => floors.parse(path)))
  const writing = median(await repeat(timed.length, () => floors.write(stored.bytes, stored.pages)))
  const records = await storingRecords(file, floors)
  const allowed = 80 * stored.entries + 64 * (expected.buyers + expected.listings)
  const toPreview = of((times) => times.toPreview)
  const toPainted = of((times) => times.toPainted)
  const longest = of((times) => times.longestTask)
  return [
    row(name('choose to preview'), count, toPreview, 'ms'),
    row(name('commit to painted'), count, toPainted, 'ms'),
    row(name('file to screen; floor: PapaParse and one record per page'), count, total, 'ms', {
      floor: parsing + writing,
      budget: 2.5,
    }),
    row(
      name(`times faster than one Dexie record per sale with three indexes${records.how}`),
      count,
      total,
      'ms',
      { floor: records.ms, budget: 8, faster: true },
    ),
    row(name('longest task of the window beyond 50 ms'), count, longest, 'ms', { budget: 50 }),
    ...(growth === null
      ? []
      : [
          row(name('growth of memory at its peak, all processes'), count, growth / 1e6, 'MB', {
            budget: allowed / 1e6,
          }),
        ]),
  ]
}

async function storingRecords(
  { format, count, path }: ExportFile,
  { storeSales }: Floors,
): Promise<{ readonly ms: number; readonly how: string }> {
  if (count <= storedAtMost) return { ms: await storeSales(path, columns[format]), how: '' }
  const part = await exportFile({ format, count: storedAtMost }, exportsFolder)
  const times = count / storedAtMost
  return {
    ms: (await storeSales(part.path, columns[format])) * times,
    how: ` (1/${times} of the file, × ${times})`,
  }
}

async function repeat(times: number, work: () => Promise<number>): Promise<number[]> {
  const found: number[] = []
  for (let run = 0; run < times; run++) found.push(await work())
  return found
}
