import { appendFile, mkdir, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'

/** Where Chromium keeps the databases of `app://microbrand`. */
const databases = (userData: string) => join(userData, 'IndexedDB')

export const deleteDatabases = (userData: string) => rm(databases(userData), { recursive: true })

async function largestFile(userData: string): Promise<string> {
  const files = await readdir(databases(userData), { recursive: true, withFileTypes: true })
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
  const logs = paths.filter((path) => /\.(log|ldb)$/.test(path))
  const sizes = await Promise.all(logs.map(async (path) => ({ path, size: (await stat(path)).size })))
  const [largest] = sizes.toSorted((one, other) => other.size - one.size)
  if (largest === undefined) throw new Error('no database file')
  return largest.path
}

/** Leaves the first part of it, one of so many. */
export async function truncateDatabase(userData: string, parts: number): Promise<void> {
  const path = await largestFile(userData)
  await truncate(path, Math.floor((await stat(path)).size / parts))
}

/** Bytes of the engine's log, which holds what is not in its tables yet. */
export const logSize = async (userData: string): Promise<number> => (await stat(await logFile(userData))).size

/** Leaves only its first bytes, as a disk does that was switched off. */
export const cutLog = async (userData: string, bytes: number): Promise<void> =>
  truncate(await logFile(userData), bytes)

/** What is left of a record while which the power went: its head, which names 1,000 bytes, and some of them. */
export const leaveHalfRecord = async (userData: string): Promise<void> =>
  appendFile(
    await logFile(userData),
    Buffer.concat([Buffer.from([1, 2, 3, 4, 0xe8, 3, 1]), Buffer.alloc(90)]),
  )

async function logFile(userData: string): Promise<string> {
  const files = await readdir(databases(userData), { recursive: true, withFileTypes: true })
  const [log, ...others] = files.filter((file) => file.isFile() && file.name.endsWith('.log'))
  if (log === undefined || others.length > 0) throw new Error('not one log')
  return join(log.parentPath, log.name)
}

/** 8 KiB of noise where the newest records begin. */
export async function overwriteDatabase(userData: string): Promise<void> {
  const path = await largestFile(userData)
  const bytes = await readFile(path)
  for (let at = 0; at < Math.min(8192, bytes.length); at++) bytes[at] = (at * 197 + 91) % 256
  await writeFile(path, bytes)
}

/** Forgets everything main keeps beside the databases. */
export async function forgetWitness(userData: string): Promise<void> {
  for (const name of ['witness.json', 'witness.json.prev', 'kept']) {
    await rm(join(userData, name), { recursive: true, force: true })
  }
}

/** The databases take nothing more, as on a full disk, until they are told to again. */
export async function limitStorage(page: Page): Promise<{ readonly lift: () => Promise<void> }> {
  const limit = await page.evaluateHandle(() => {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add') ?? {}
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    return { lift: () => Object.defineProperty(IDBObjectStore.prototype, 'add', own) }
  })
  return { lift: () => limit.evaluate(({ lift }) => void lift()) }
}

/** A folder lies where a file of the app should: it can neither be read nor written. */
export async function blockFile(
  userData: string,
  name: string,
): Promise<{ readonly free: () => Promise<void> }> {
  const path = join(userData, name)
  await rm(path, { force: true })
  await mkdir(join(path, 'in the way'), { recursive: true })
  return { free: () => rm(path, { recursive: true }) }
}

type Row = Readonly<Record<string, unknown>>

/** What a store of the brand's database holds, through a connection of the test's own. */
export const readStore = (page: Page, store: string): Promise<readonly Row[]> =>
  page.evaluate(async (name) => {
    const opened = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
    const all = await indexedDB.databases()
    const brand = all.find((database) => database.name?.startsWith('brand:'))?.name ?? ''
    const db = await opened(indexedDB.open(brand))
    const rows: unknown[] = await opened(db.transaction(name).objectStore(name).getAll())
    db.close()
    return rows.map(
      (row) =>
        JSON.parse(
          JSON.stringify(row, (_, value: unknown) => (value instanceof Uint8Array ? value.length : value)),
        ) as Row,
    )
  }, store)

/** Turns one byte in the middle of the first book page around. */
export const damagePage = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const opened = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
    const all = await indexedDB.databases()
    const brand = all.find((database) => database.name?.startsWith('brand:'))?.name ?? ''
    const db = await opened(indexedDB.open(brand))
    const store = db.transaction('pages', 'readwrite', { durability: 'strict' }).objectStore('pages')
    const [first] = (await opened(store.getAll())) as { columns: Uint8Array }[]
    if (first === undefined) throw new Error('no book page')
    const middle = first.columns.length >> 1
    first.columns[middle] = (first.columns[middle] ?? 0) ^ 0x10
    await opened(store.put(first))
    db.close()
  })

/** Gives the brand's database the version a later app would. Answers with that version. */
export const ageDatabase = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        void indexedDB.databases().then((all) => {
          const brand = all.find((database) => database.name?.startsWith('brand:'))
          const version = (brand?.version ?? 0) + 10
          const request = indexedDB.open(brand?.name ?? '', version)
          request.addEventListener('error', () => reject(request.error))
          request.addEventListener('success', () => {
            request.result.close()
            resolve(version)
          })
        })
      }),
  )

/** Says that an import that was only looked at is done: what no screen can do. */
export const claimImport = (
  page: Page,
  importId: string,
  held: { pages: number; entries: number },
): Promise<void> =>
  page.evaluate(
    async ({ id, pages, entries }) => {
      const opened = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error))
        })
      const all = await indexedDB.databases()
      const brand = all.find((database) => database.name?.startsWith('brand:'))?.name ?? ''
      const db = await opened(indexedDB.open(brand))
      const transaction = db.transaction('imports', 'readwrite', { durability: 'strict' })
      const stored = new Promise((resolve) => transaction.addEventListener('complete', resolve))
      const store = transaction.objectStore('imports')
      const [first] = (await opened(store.getAll())) as { id: string; order: number; pages: number }[]
      await opened(store.put({ ...first, id, order: 99, pages, entries }))
      await stored // what was only asked for may not outlive a kill
      db.close()
    },
    { id: importId, ...held },
  )

type Stored = {
  readonly name: string
  readonly version: number
  readonly stores: Readonly<Record<string, { readonly keyPath: string | string[]; readonly rows: unknown[] }>>
}

/** Stores a brand as the app of an earlier schema left it; `fixture` is in tests/fixtures/databases. */
export async function leaveDatabase(page: Page, fixture: string): Promise<void> {
  const text = await readFile(join('tests', 'fixtures', 'databases', fixture), 'utf8')
  await page.evaluate(
    async ({ registry, brand }) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error))
        })
      const toBytes = (_: string, value: unknown) =>
        typeof value === 'object' && value !== null && 'base64' in value
          ? Uint8Array.from(atob(String(value.base64)), (letter) => letter.charCodeAt(0))
          : value
      const own = indexedDB.open(brand.name, brand.version)
      own.addEventListener('upgradeneeded', () => {
        for (const [store, { keyPath, rows }] of Object.entries(brand.stores)) {
          const table = own.result.createObjectStore(store, { keyPath })
          for (const row of rows) table.add(JSON.parse(JSON.stringify(row), toBytes))
        }
      })
      ;(await settled(own)).close()
      const listed = await settled(indexedDB.open(registry.name))
      const brands = listed.transaction('brands', 'readwrite', { durability: 'strict' }).objectStore('brands')
      for (const row of registry.stores['brands']?.rows ?? []) await settled(brands.put(row))
      listed.close()
    },
    JSON.parse(text) as { readonly registry: Stored; readonly brand: Stored },
  )
}
