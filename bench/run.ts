import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { money, since, switches } from './app.ts'
import type { OpenApp } from './app.ts'
import { openFloors } from './floors.ts'
import type { Floors } from './floors.ts'
import { exportFile } from './generate.ts'
import type { ExportFile, Size } from './generate.ts'
import { exportsFolder, importOnce, importRows, titleOf } from './imports.ts'
import type { Imported } from './imports.ts'
import { machine, row, tableOf, unjudged, writeResults } from './results.ts'
import type { Row } from './results.ts'
import { timeScreens } from './screens.ts'
import { timeSearch } from './search.ts'
import { startRows } from './startUp.ts'

// npm run bench [-- --quick | screens]: measures the built app beside floors of the same machine; --quick (a small file)
// and screens (clicks, search and start of the largest alone) write nothing.

const isQuick = process.argv.includes('--quick')
const onlyScreens = process.argv.includes('screens')
const runs = isQuick ? 1 : 3
/** Budgets hold for a large shop's lifetime; the start of the workers is most of a small import. */
const budgetsAt = 1_000_000
const etsy = (count: number): Size => ({ format: 'etsy', count })
const sizes = isQuick
  ? [etsy(10_000)]
  : [etsy(10_000), etsy(100_000), { format: 'shopify', count: 100_000 } as const, etsy(1_000_000)]

const folders: string[] = []
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'microbrand-bench-'))
  folders.push(folder)
  return folder
}

const say = (text: string) => void process.stderr.write(`${text}\n`)

/** What a click costs and a letter, in the app as it is with this file in it. */
async function livedInRows(opened: OpenApp, file: ExportFile): Promise<Row[]> {
  const screens = await timeScreens(opened, file, runs)
  const isLoaded = () =>
    opened.page
      .getByText(money(since(file.expected).kept))
      .first()
      .waitFor({ timeout: 120_000 })
  const search = await timeSearch(opened, runs, isLoaded)
  return [
    ...screens.map(({ name, ms }) => row(name, file.count, ms, 'ms', { budget: 100 })),
    row(search.name, file.count, search.ms, 'ms', { budget: 50 }),
  ]
}

async function rowsOf(file: ExportFile, floors: Floors, isLargest: boolean): Promise<Row[]> {
  const livedIn: Row[] = []
  const timed: Imported[] = []
  for (let run = 0; run < runs; run++) {
    const look = async (opened: OpenApp) => {
      if (isLargest && run === runs - 1) livedIn.push(...(await livedInRows(opened, file)))
    }
    const one = await importOnce(file, freshFolder(), { look })
    say(
      `  import ${run + 1}: preview ${Math.round(one.times.toPreview)} ms, painted ${Math.round(one.times.toPainted)} ms`,
    )
    timed.push(one)
  }
  const userData = freshFolder()
  const weighed = await importOnce(file, userData, { weigh: true })
  const starts = isLargest ? await startRows(file, userData, freshFolder, runs + 2) : []
  return [...(await importRows(file, timed, weighed, floors)), ...livedIn, ...starts]
}

/** Clicks, search and start with the largest file, without the floors of importing it. */
async function screensAlone(): Promise<void> {
  const file = await exportFile(etsy(budgetsAt), exportsFolder)
  const userData = freshFolder()
  const rows: Row[] = []
  const look = async (opened: OpenApp) => void rows.push(...(await livedInRows(opened, file)))
  await importOnce(file, userData, { look })
  say(tableOf(rows))
  // the app opens where it was left, so its start is that of a profile in which nobody went anywhere
  const untouched = freshFolder()
  await importOnce(file, untouched, {})
  say(tableOf(await startRows(file, untouched, freshFolder, runs)))
}

async function run(): Promise<void> {
  const loads = [loadavg()[0] ?? 0]
  const rows: Row[] = []
  for (const size of sizes) {
    const file = await exportFile(size, exportsFolder)
    say(`${titleOf(size)}: ${Math.round(file.bytes / 1e6)} MB`)
    const floors = await openFloors(switches, freshFolder())
    try {
      const found = await rowsOf(file, floors, size === sizes.at(-1))
      rows.push(...(size.count < budgetsAt ? found.map(unjudged) : found))
    } finally {
      await floors.close()
    }
    loads.push(loadavg()[0] ?? 0)
  }
  const told = loads.map((load) => load.toLocaleString('en', { maximumFractionDigits: 1 })).join(', ')
  const how = `Medians of ${runs} runs on ${machine()}. Load of the machine before, between the sizes and after: ${told}.`
  if (isQuick) say(`${tableOf(rows)}\n${how}`)
  else writeResults(process.cwd(), rows, how)
}

try {
  await (onlyScreens ? screensAlone() : run())
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
process.exit(0)
