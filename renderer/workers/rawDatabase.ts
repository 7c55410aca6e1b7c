/** A database as the storage engine holds it, for fixtures: bytes are written as base64. */
export type RawDatabase = {
  readonly name: string
  /** The engine's number; Dexie's times ten. */
  readonly version: number
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | readonly string[]
        readonly rows: readonly unknown[]
        /** None where it has none. */
        readonly indexes?: readonly RawIndex[]
      }
    >
  >
}
type RawIndex = { readonly name: string; readonly keyPath: string; readonly multiEntry: boolean }

/** All rows of a database, read without Dexie. */
export async function dumpDatabase(name: string): Promise<RawDatabase> {
  const db = await settled(indexedDB.open(name))
  const stores: Record<string, RawDatabase['stores'][string]> = {}
  for (const store of db.objectStoreNames) {
    const table = db.transaction(store).objectStore(store)
    stores[store] = {
      keyPath: table.keyPath ?? '',
      rows: (await settled(table.getAll())).map((row: unknown) => change(row, toText)),
      ...indexesOf(table),
    }
  }
  db.close()
  return { name, version: db.version, stores }
}

function indexesOf(table: IDBObjectStore): { readonly indexes?: readonly RawIndex[] } {
  const indexes = [...table.indexNames].map((name) => {
    const { keyPath, multiEntry } = table.index(name)
    return { name, keyPath: String(keyPath), multiEntry }
  })
  return indexes.length === 0 ? {} : { indexes }
}

/** Stores a database the way the app of its time left it. */
export async function loadDatabase({ name, version, stores }: RawDatabase): Promise<void> {
  const request = indexedDB.open(name, version)
  request.onupgradeneeded = () => {
    for (const [store, { keyPath, rows, indexes = [] }] of Object.entries(stores)) {
      const table = request.result.createObjectStore(store, {
        keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath],
      })
      for (const index of indexes)
        table.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry })
      for (const row of rows) table.add(change(row, toBytes))
    }
  }
  const db = await settled(request)
  db.close()
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the request failed'))
  })
}

const toText = (value: object): unknown =>
  value instanceof Uint8Array ? { base64: btoa(String.fromCharCode(...value)) } : null
const toBytes = (value: object): unknown =>
  'base64' in value && typeof value.base64 === 'string'
    ? Uint8Array.from(atob(value.base64), (letter) => letter.charCodeAt(0))
    : null

/** Replaces objects within a row; `null` keeps one and goes on inside. */
function change(value: unknown, replace: (value: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const replaced = replace(value)
  if (replaced !== null) return replaced
  if (Array.isArray(value)) return value.map((item) => change(item, replace))
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item, replace)]))
}
