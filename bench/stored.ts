import type { Page } from 'playwright'

/** What an import left in the brand's database. */
export type Stored = { readonly bytes: number; readonly pages: number; readonly entries: number }

/** Reads it back without the app's own code. */
export const storedBytes = (page: Page): Promise<Stored> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error(String(request.error))))
      })
    const name = (await indexedDB.databases())
      .map((database) => database.name ?? '')
      .find((one) => one.startsWith('brand:'))
    if (name === undefined) throw new Error('there is no brand')
    const db = await asked(indexedDB.open(name))
    const sum = { bytes: 0, pages: 0, entries: 0 }
    for (const table of ['pages', 'details']) {
      const store = db.transaction(table).objectStore(table)
      for (const key of await asked(store.getAllKeys())) {
        const record: Readonly<Record<string, unknown>> = await asked(
          db.transaction(table).objectStore(table).get(key),
        )
        for (const value of Object.values(record))
          if (value instanceof Uint8Array) sum.bytes += value.byteLength
        if (table === 'pages') sum.pages++
        if (table === 'pages') sum.entries += Number(record['entries'])
      }
    }
    db.close()
    return sum
  })
