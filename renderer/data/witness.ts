import Dexie from 'dexie'
import type { Api, BrandState, FoundState, Output } from '#shared/ipc/contract.ts'
import { schemaVersion } from './database.ts'
import { readProfile } from './settings.ts'
import type { BrandDatabase, ImportRecord } from './database.ts'

export type WitnessFailure = Extract<Output<'witness'>, { readonly ok: false }>['error']

/** Tells the witness what must be there from now on; null once it is on the disk. */
export async function tellWitness(
  api: Pick<Api, 'witness'>,
  db: BrandDatabase,
  lasting?: string,
): Promise<WitnessFailure | null> {
  const state = await brandState(db)
  // the message itself may not arrive
  const told = await api
    .witness(lasting === undefined ? state : { ...state, lasting })
    .catch(() => ({ ok: false, error: { code: 'failed' } }) as const)
  return told.ok ? null : told.error
}

const holdsPages = (record: ImportRecord) => record.status !== 'swept'

/** What must be there from now on, for the witness outside the database. Reads a few records, never a book page. */
export async function brandState(db: BrandDatabase): Promise<BrandState> {
  const [imports, lastChange, profile] = await Promise.all([
    db.imports.toArray(),
    db.changes.orderBy('seq').last(),
    readProfile(db),
  ])
  const held = imports.filter(holdsPages).sort((a, b) => a.order - b.order)
  return {
    id: db.brandId,
    name: profile?.name ?? '',
    schema: schemaVersion,
    pages: held.reduce((sum, { pages }) => sum + pages, 0),
    lastSeq: lastChange?.seq ?? 0,
    imports: held.length,
    kept: keptFiles(held),
  }
}

/** Source files that count at present, in the order they came. */
function keptFiles(held: readonly ImportRecord[]): BrandState['kept'] {
  const files = held.filter(({ status }) => status === 'done').flatMap(({ files: read }) => read)
  const bySource = new Map(files.map((file) => [`${file.sha256} ${file.account}`, file]))
  return [...bySource.values()].map(({ sha256, name, size, account }) => ({ sha256, name, size, account }))
}

/** What is really there: pages are counted in their table, those of each import up to what its record says. */
export async function foundState(db: BrandDatabase): Promise<FoundState> {
  const [imports, lastChange] = await Promise.all([db.imports.toArray(), db.changes.orderBy('seq').last()])
  const counts = await Promise.all(
    imports.filter(holdsPages).map(async (record) => Math.min(record.pages, await countPages(db, record.id))),
  )
  const pages = counts.reduce((sum, count) => sum + count, 0)
  return { id: db.brandId, schema: schemaVersion, pages, lastSeq: lastChange?.seq ?? 0, code: 'fine' }
}

export const pagesOf = (db: BrandDatabase, importId: string) =>
  db.pages.where('[importId+number]').between([importId, Dexie.minKey], [importId, Dexie.maxKey])

const countPages = (db: BrandDatabase, importId: string) => pagesOf(db, importId).count()
