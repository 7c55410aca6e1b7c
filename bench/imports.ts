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

/** `weighed`: an import apart, since weighing slows it down. Budgets hold for a large shop's lifetime; a start of the workers is most of a small import. */
export async function importRows(
  file: ExportFile,
  timed: readonly Imported[],
  weighed: Imported,
  floors: Floors,
  isLargest: boolean,
): Promise<Row[]> {
  const { format, count, path } = file
  const name = (what: string) => `import of ${titles[format]}: ${what}`
  const of = (read: (times: ImportTimes) => number) => median(timed.map(({ times }) => read(times)))
  const total = of(({ toPreview, toPainted }) => toPreview + toPainted)
  const parsing = median(await repeat(timed.length, () => floors.parse(path)))
  const writing = median(
    await repeat(timed.length, () => floors.write(weighed.stored.bytes, weighed.stored.pages)),
  )
  const budget = (most: number) => (isLargest ? { budget: most } : {})
  return [
    row(
      name('choose to preview'),
      count,
      of(({ toPreview }) => toPreview),
      'ms',
    ),
    row(
      name('commit to painted'),
      count,
      of(({ toPainted }) => toPainted),
      'ms',
    ),
    row(name('file to screen; floor: PapaParse and one record per page'), count, total, 'ms', {
      floor: parsing + writing,
      ...budget(2.5),
    }),
    { ...(await besideRecords(file, total, floors)), ...(isLargest ? {} : { budget: null, met: null }) },
    row(
      name('longest task of the window beyond 50 ms'),
      count,
      of(({ longestTask }) => longestTask),
      'ms',
      { budget: 50 },
    ),
    ...weight(file, weighed, budget),
  ]

  async function besideRecords(
    { format: kind }: ExportFile,
    value: number,
    { storeSales }: Floors,
  ): Promise<Row> {
    const isTenth = count > storedAtMost
    const stored = isTenth ? await exportFile({ format: kind, count: storedAtMost }, exportsFolder) : file
    const storing = (await storeSales(stored.path, columns[kind])) * (count / stored.count)
    const what = `times faster than one Dexie record per sale with three indexes${isTenth ? ' (a tenth of the file, × 10)' : ''}`
    return row(name(what), count, value, 'ms', { floor: storing, budget: 8, faster: true })
  }

  function weight(
    { expected }: ExportFile,
    { growth, stored }: Imported,
    limit: (most: number) => { budget?: number },
  ): Row[] {
    const allowed = 80 * stored.entries + 64 * (expected.buyers + expected.listings)
    return growth === null
      ? []
      : [
          row(
            name('growth of memory at its peak, all processes'),
            count,
            growth / 1e6,
            'MB',
            limit(allowed / 1e6),
          ),
        ]
  }
}

async function repeat(times: number, work: () => Promise<number>): Promise<number[]> {
  const found: number[] = []
  for (let run = 0; run < times; run++) found.push(await work())
  return found
}
