import { join } from 'node:path'
import { _electron } from 'playwright'
import type { Page } from 'playwright'

/** What the same machine needs for the least that could be done; nothing here is of the app. */
export type Floors = {
  /** PapaParse, arrays, a megabyte at a time, in a worker. Milliseconds. */
  readonly parse: (path: string) => Promise<number>
  /** So many bytes into IndexedDB, one record per page. Milliseconds. */
  readonly write: (bytes: number, pages: number) => Promise<number>
  /** Parsing and storing one Dexie record per sale with three indexes. Milliseconds. */
  readonly storeSales: (path: string, columns: SaleColumns) => Promise<number>
  readonly close: () => Promise<void>
}
/** Where in a row the sale's number, its day and its buyer stand. */
export type SaleColumns = { readonly id: number; readonly day: number; readonly buyer: number }

export const floorApp = join(process.cwd(), 'bench', 'floor-app')
/** What the bare window says. */
export const bareText = 'Bare window'

export async function openFloors(switches: readonly string[], userData: string): Promise<Floors> {
  const app = await _electron.launch({ args: [...switches, floorApp, `--user-data=${userData}`] })
  const page = await app.firstWindow()
  await page.getByText(bareText).waitFor()
  return {
    parse: async (path) => {
      await choose(page, path)
      return work(page, { job: 'parse' })
    },
    write: (bytes, pages) => work(page, { job: 'write', bytes, pages }),
    storeSales: async (path, columns) => {
      await choose(page, path)
      return work(page, { job: 'storeSales', columns })
    },
    close: () => app.close(),
  }
}

const choose = (page: Page, path: string) => page.getByLabel('File').setInputFiles(path)

type Job =
  | { readonly job: 'parse' }
  | { readonly job: 'write'; readonly bytes: number; readonly pages: number }
  | { readonly job: 'storeSales'; readonly columns: SaleColumns }

/** In a fresh worker each time, so that nothing is warm. */
async function work(page: Page, job: Job): Promise<number> {
  const answer = await page.evaluate(async (asked) => {
    const worker = new Worker('work.js')
    const file = document.querySelector('input')?.files?.[0]
    const done = new Promise<{ ms: number; error?: string }>((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data))
      worker.addEventListener('error', ({ message }) => resolve({ ms: 0, error: message }))
    })
    worker.postMessage({ ...asked, file })
    const found = await done
    worker.terminate()
    return found
  }, job)
  if (answer.error !== undefined) throw new Error(answer.error)
  return answer.ms
}
