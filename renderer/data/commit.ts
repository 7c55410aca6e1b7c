import type Dexie from 'dexie'
import type { Table } from 'dexie'
import { ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { orNotStored } from './storageFailure.ts'
import { uuidv7 } from './uuid.ts'

export type Image = {
  readonly table: string
  readonly id: string
  readonly before: object | null
  readonly after: object | null
}

/** One act of a person, as undo, the change log and the witness read it. */
export type Change = {
  /** Counts up by one; the order of changes, whatever the clock says. */
  readonly seq: number
  readonly id: string
  readonly time: string
  readonly name: string
  readonly images: readonly Image[]
  /** The change (its `seq`) this one takes back, or brings back after it was taken back. */
  readonly undoes?: number
  readonly redoes?: number
}
export type ChangeOfHistory = Pick<Change, 'undoes' | 'redoes'>

/** Whether the witness beside the database knows of a change; if not, the next one tells it. */
export type Heard = { readonly witnessed: boolean }

/** A database whose records are written by `commit` alone. `records` exists for the type checker only. */
export type RecordDatabase<Records> = Dexie & {
  readonly changes: Table<Change, number>
  readonly records?: Records
  readonly committed: (change: Change) => Promise<Heard>
}

/** A record to store, or the id of one to remove. */
export type Write<Records> = {
  [T in keyof Records & string]:
    | { readonly table: T; readonly put: Records[T] & { readonly id: string } }
    | { readonly table: T; readonly remove: string }
}[keyof Records & string]

/**
 * Stores all of `writes` and the change that tells of them, or nothing; who listens to the database (the witness, the
 * book) knows before this resolves.
 */
export async function commit<Records>(
  db: RecordDatabase<Records>,
  name: string,
  writes: readonly Write<Records>[],
  history: ChangeOfHistory = {},
): Promise<Change & Heard> {
  const tables = [...new Set(writes.map(({ table }) => table))]
  const change = await orNotStored(() =>
    db.transaction('rw', ['changes', ...tables], () => store(db, name, writes, history)),
  )
  return { ...change, ...(await db.committed(change)) }
}

/**
 * The same, with writes that follow from what is stored: `make` reads these tables within the transaction, so that no
 * other change can come between. It awaits nothing but the database.
 */
export async function commitFrom<Records, T extends keyof Records & string>(
  db: RecordDatabase<Records>,
  name: string,
  tables: readonly T[],
  make: () => Promise<readonly Write<Records>[]>,
): Promise<Change> {
  const change = await orNotStored(() =>
    db.transaction('rw', ['changes', ...tables], async () => store(db, name, await make(), {})),
  )
  await db.committed(change)
  return change
}

/** What a change would write and what it comes to, or why it may not be. */
export type Made<Records, V, E> = Result<{ readonly writes: readonly Write<Records>[]; readonly value: V }, E>

/** The same, where what is stored may forbid the change: then nothing is stored, and the error says why. */
export async function commitIf<Records, T extends keyof Records & string, V, E>(
  db: RecordDatabase<Records>,
  name: string,
  tables: readonly T[],
  make: () => Promise<Made<Records, V, E>>,
): Promise<Result<{ readonly change: Change; readonly value: V }, E>> {
  const made = await orNotStored(() =>
    db.transaction('rw', ['changes', ...tables], async () => {
      const asked = await make()
      if (!asked.ok) return asked
      const { writes, value } = asked.value
      return ok({ change: await store(db, name, writes, {}), value })
    }),
  )
  if (made.ok) await db.committed(made.value.change)
  return made
}

/** Within a transaction. */
async function store<Records>(
  db: RecordDatabase<Records>,
  name: string,
  writes: readonly Write<Records>[],
  history: ChangeOfHistory,
): Promise<Change> {
  const images: Image[] = []
  for (const table of new Set(writes.map((write) => write.table))) {
    const own: readonly AnyWrite[] = writes.filter((write) => write.table === table)
    images.push(...(await apply(db.table(table), own)))
  }
  const last = await db.changes.orderBy('seq').last()
  const seq = (last?.seq ?? 0) + 1
  const made = { seq, id: uuidv7(), time: new Date().toISOString(), name, images, ...history }
  await db.changes.add(made)
  return made
}

type AnyWrite = { readonly table: string } & (
  | { readonly put: { readonly id: string } }
  | { readonly remove: string }
)
const idOf = (write: AnyWrite) => ('put' in write ? write.put.id : write.remove)

/** All writes of one table at once; a record written twice has an image for each. */
async function apply(table: Table<object, string>, writes: readonly AnyWrite[]): Promise<readonly Image[]> {
  const ids = [...new Set(writes.map(idOf))]
  const stored = await table.bulkGet(ids)
  const now = new Map<string, object | null>(ids.map((id, at) => [id, stored[at] ?? null]))
  const images = writes.map((write): Image => {
    const id = idOf(write)
    const before = now.get(id) ?? null
    const after = 'put' in write ? write.put : null
    now.set(id, after)
    return { table: write.table, id, before, after }
  })
  const [kept, gone] = [[...now.values()].filter((after) => after !== null), ids.filter((id) => !now.get(id))]
  if (kept.length > 0) await table.bulkPut(kept)
  if (gone.length > 0) await table.bulkDelete(gone)
  return images
}
