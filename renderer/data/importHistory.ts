import type { Api } from '#shared/ipc/contract.ts'
import type { Origin } from '#shared/book/questions.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { commit } from './commit.ts'
import type { ChangeOfHistory } from './commit.ts'
import type { BrandDatabase, ImportRecord } from './database.ts'
import { readProfile } from './settings.ts'
import { keptFor } from './keptFor.ts'
import { dayIn } from './today.ts'
import { storing } from './storageFailure.ts'
import { brandState } from './witness.ts'
import type { BookWorker } from './workers.ts'

/** The open brand as imports see it. */
export type BookOwner = {
  readonly db: BrandDatabase
  readonly worker: BookWorker
  readonly changed: () => void
}

/** Imports of the brand, newest first. */
export async function listImports(db: BrandDatabase): Promise<readonly ImportRecord[]> {
  const imports = await db.imports.toArray()
  return imports.sort((a, b) => b.order - a.order)
}

/** When a file was imported, in the brand's own time zone (`YYYY-MM-DD`). */
export type ImportDay = { readonly day: string; readonly file: string }

/** Of the files these rows came from, those whose import is in effect. */
export async function importDays(
  db: BrandDatabase,
  origins: readonly Pick<Origin, 'importId' | 'file'>[],
): Promise<readonly ImportDay[]> {
  const dayOf = dayIn((await readProfile(db))?.timeZone ?? 'UTC')
  const found = await db.imports.bulkGet(origins.map(({ importId }) => importId))
  const days = found.flatMap((one, at) => {
    const file = one?.files[origins[at]?.file ?? 0]
    return one?.status === 'done' && file ? { day: dayOf(new Date(one.committedAt)), file: file.name } : []
  })
  return [...new Map(days.map((one) => [`${one.day} ${one.file}`, one])).values()]
}

/** Hides all that an import brought, in one commit; what was there before shows again. */
export async function undoImport(
  owner: BookOwner,
  importId: string,
  history: ChangeOfHistory = {},
): Promise<Result<null, Failed>> {
  const record = await owner.db.imports.get(importId)
  if (record?.status !== 'done') return ok(null)
  return show(
    owner,
    { ...record, status: 'undone', undoneAt: new Date().toISOString() },
    'undo import',
    history,
  )
}

/** Brings an undone import back, as it was. */
export async function redoImport(
  owner: BookOwner,
  importId: string,
  history: ChangeOfHistory = {},
): Promise<Result<null, Failed | { readonly code: 'swept' }>> {
  const record = await owner.db.imports.get(importId)
  if (record?.status === 'done') return ok(null)
  if (record?.status !== 'undone') return err({ code: 'swept' })
  const redone = await show(owner, { ...record, status: 'done', undoneAt: null }, 'redo import', history)
  if (!redone.ok) await show(owner, record, 'undo import')
  return redone
}

type Failed = { readonly code: 'storage-failed' }

/** The record first, then the book: a kill in between leaves what the record says. */
async function show(
  { db, worker, changed }: BookOwner,
  record: ImportRecord,
  name: string,
  history: ChangeOfHistory = {},
): Promise<Result<null, Failed>> {
  const shown = await storing(async () => {
    await commit(db, name, [{ table: 'imports', put: record }], history)
    return worker.showImport(record.id, record.status === 'done')
  })
  changed()
  return shown.ok ? shown : err({ code: 'storage-failed' }) // full disk or damaged page: to somebody who undoes, it did not happen
}

/** Gives up what was undone long ago. Its pages belong to no import from then on, and the book sweeps them. */
export async function sweepUndone(api: Api, db: BrandDatabase, now: number): Promise<void> {
  const imports = await db.imports.toArray()
  const old = imports.filter(
    ({ status, undoneAt }) =>
      status === 'undone' && undoneAt !== null && Date.parse(undoneAt) < now - keptFor,
  )
  if (old.length === 0) return
  const state = await brandState(db)
  const given = old.reduce((sum, { pages }) => sum + pages, 0)
  await api.announceShrink({ id: db.brandId, pages: state.pages - given, deleted: false })
  await commit(
    db,
    'sweep undone imports',
    old.map((record) => ({ table: 'imports', put: { ...record, status: 'swept', pages: 0 } }) as const),
  )
}
