import type { Loss } from '#shared/ipc/contract.ts'
import type { BrandDatabase } from './database.ts'
import { readSummary } from './pageStore.ts'
import type { BookClient } from './services.ts'
import { brandState } from './witness.ts'
import type { BookWorker } from './workers.ts'

export type OpenBook = {
  readonly client: BookClient
  /** Resolves once the book is read: null, or what the recovery screen has to tell. */
  readonly loaded: Promise<Loss | null>
  /** Tells all who listen that answers are out of date. */
  readonly changed: () => void
}

/** Starts reading the brand's book, and gives screens their way to ask it. */
export function openBook(db: BrandDatabase, worker: BookWorker): OpenBook {
  const listeners = new Set<(version: number) => void>()
  let version = 0
  const changed = () => {
    version++
    for (const listener of listeners) listener(version)
  }
  const loaded = worker.open(db.brandId).then(async (opened): Promise<Loss | null> => {
    if (!opened.ok) return { brand: await brandState(db), code: 'damaged' }
    changed()
    return null
  })
  const {
    totals,
    returning,
    sales,
    sale,
    saleKeys,
    clientProposals,
    preview,
    products,
    productListings,
    proposals,
    tags,
    clients,
    product,
    client,
    contactsOf,
    offersOf,
    listings,
    buyers,
    find,
    recalled,
    waiting,
    summary,
    sourceRow,
  } = worker
  const asked = {
    totals,
    returning,
    sales,
    sale,
    saleKeys,
    clientProposals,
    preview,
    products,
    productListings,
    proposals,
    tags,
    clients,
    product,
    client,
    contactsOf,
    offersOf,
    listings,
    buyers,
    find,
    recalled,
    waiting,
    summary,
    sourceRow,
    storedSummary: () => readSummary(db),
    subscribe: (listener: (version: number) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => worker.close(),
  }
  return { client: asked, loaded, changed }
}
