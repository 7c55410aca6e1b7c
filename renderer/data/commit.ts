import type Dexie from 'dexie'
import type { Table } from 'dexie'
import { uuidv7 } from './uuid.ts'

type Image = {
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
}

/** A database whose records are written by `commit` alone. `records` exists for the type checker only. */
export type RecordDatabase<Records> = Dexie & {
  readonly changes: Table<Change, number>
  readonly records?: Records
  readonly committed: () => Promise<void>
}

/** A record to store, or the id of one to remove. */
export type Write<Records> = {
  [T in keyof Records & string]:
    | { readonly table: T; readonly put: Records[T] & { readonly id: string } }
    | { readonly table: T; readonly remove: string }
}[keyof Records & string]

/** Stores all of `writes` and the change that tells of them, or nothing; the witness knows before this resolves. */
export async function commit<Records>(
  db: RecordDatabase<Records>,
  name: string,
  writes: readonly Write<Records>[],
): Promise<Change> {
  const tables = [...new Set(writes.map((write) => write.table))].map((table) => db.table(table))
  const change = await db.transaction('rw', [db.changes, ...tables], async () => {
    const images: Image[] = []
    for (const write of writes) images.push(await apply(db.table(write.table), write))
    const last = await db.changes.orderBy('seq').last()
    const made = { seq: (last?.seq ?? 0) + 1, id: uuidv7(), time: new Date().toISOString(), name, images }
    await db.changes.add(made)
    return made
  })
  await db.committed()
  return change
}

type AnyWrite = { readonly table: string } & (
  | { readonly put: { readonly id: string } }
  | { readonly remove: string }
)

async function apply(table: Table<object, string>, write: AnyWrite): Promise<Image> {
  const after = 'put' in write ? write.put : null
  const id = 'put' in write ? write.put.id : write.remove
  const before = (await table.get(id)) ?? null
  if (after) await table.put(after)
  else await table.delete(id)
  return { table: write.table, id, before, after }
}
