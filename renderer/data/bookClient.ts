import type { Loss } from '#shared/ipc/contract.ts'
import type { BrandDatabase } from './database.ts'
import { readSummary } from './pageStore.ts'
import type { BookClient } from './services.ts'
import { createUnhurried } from './unhurried.ts'
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
  const { hurried, unhurried } = createUnhurried(
    () => performance.now(),
    (time) => new Promise((resolve) => setTimeout(resolve, time)),
  )
  const unhurriedBook = {
    totals: worker.totals,
    returning: worker.besideReturning,
    products: worker.besideProducts,
    clients: worker.besideClients,
    clientProposals: worker.clientProposals,
  }
  const asked: BookClient = {
    totals: hurried(worker.totals),
    returning: hurried(worker.returning),
    sales: hurried(worker.sales),
    sale: hurried(worker.sale),
    saleKeys: hurried(worker.saleKeys),
    clientProposals: hurried(worker.clientProposals),
    preview: hurried(worker.preview),
    products: hurried(worker.products),
    productListings: hurried(worker.productListings),
    proposals: hurried(worker.proposals),
    tags: hurried(worker.tags),
    documents: hurried(worker.documents),
    countries: hurried(worker.countries),
    clients: hurried(worker.clients),
    product: hurried(worker.product),
    client: hurried(worker.client),
    contactsOf: hurried(worker.contactsOf),
    offersOf: hurried(worker.offersOf),
    listings: hurried(worker.listings),
    largestListings: hurried(worker.largestListings),
    buyers: hurried(worker.buyers),
    find: hurried(worker.find),
    recalled: hurried(worker.recalled),
    waiting: hurried(worker.waiting),
    summary: worker.summary, // waits for the whole book, while the stored one stands in its place
    sourceRow: hurried(worker.sourceRow),
    storedSummary: () => readSummary(db),
    subscribe: (listener: (version: number) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    unhurried: (isWanted, ask) => unhurried(isWanted, () => ask(unhurriedBook)),
    close: () => worker.close(),
  }
  return { client: asked, loaded, changed }
}
