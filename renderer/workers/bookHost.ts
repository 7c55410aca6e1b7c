import { takeDocuments } from '#shared/book/applyDocuments.ts'
import { applyRecords, takeRecords } from '#shared/book/applyRecords.ts'
import { createBeside } from '#shared/book/beside.ts'
import type { KeptAnswers, Remembering, StoredBeside } from '#shared/book/beside.ts'
import { createBook, importIndexOf, setVisible } from '#shared/book/book.ts'
import type { Book } from '#shared/book/book.ts'
import { clientProposals } from '#shared/book/clientProposals.ts'
import { contactPlaces, offerPlaces } from '#shared/book/catalogued.ts'
import { client, clients } from '#shared/book/clients.ts'
import { rowInDetails } from '#shared/book/details.ts'
import { unit } from '#shared/book/entry.ts'
import { documents } from '#shared/book/documents.ts'
import { find, recalled } from '#shared/book/find.ts'
import { clientPlace, productPlace } from '#shared/book/keys.ts'
import { largestListings } from '#shared/book/largestListings.ts'
import { buyers, listings } from '#shared/book/parties.ts'
import { addPending, adopt, beginPending, previewPending } from '#shared/book/pending.ts'
import type { Pending } from '#shared/book/pending.ts'
import { prepare } from '#shared/book/prepare.ts'
import { previewRecords } from '#shared/book/previewRecords.ts'
import { product, products } from '#shared/book/products.ts'
import { productListings } from '#shared/book/productListings.ts'
import { proposals } from '#shared/book/proposals.ts'
import type { Origin } from '#shared/book/questions.ts'
import { returning } from '#shared/book/returning.ts'
import { sale } from '#shared/book/sale.ts'
import { saleKeys } from '#shared/book/saleKeys.ts'
import { sales } from '#shared/book/sales.ts'
import { settle } from '#shared/book/settle.ts'
import { bookOfCells, isInStoredCells, storedCells } from '#shared/book/storedCells.ts'
import type { StoredCells } from '#shared/book/storedCells.ts'
import { summary, waiting } from '#shared/book/summary.ts'
import { countriesIn } from '#shared/book/clientCountries.ts'
import { tagsIn } from '#shared/book/tags.ts'
import { totals } from '#shared/book/totals.ts'
import { orderHead } from '#shared/reading/orderHead.ts'
import { contactTexts, offerTexts, type KeptRow } from '#shared/reading/readAgain.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { BrandDatabase } from '#data/database.ts'
import {
  confirmSummary,
  readEarly,
  readDetails,
  removePages,
  sealPage,
  stampOf,
  storeBeside,
  storePage,
  storeSummary,
  sweepPages,
} from '#data/pageStore.ts'
import type { Early, SealedPage } from '#data/pageStore.ts'
import type { SourceRow } from '#data/services.ts'
import { storing } from '#data/storageFailure.ts'
import type { BookDamage, BookWorker } from '#data/workers.ts'
import { createIdleWork } from './idleWork.ts'
import { coverageOf, loadImport, readRecords, stampOfBook } from './loadBook.ts'
import type { PagePlace } from './loadBook.ts'
import { nextTask } from './nextTask.ts'

/** A pending import: its entries apart from the book, its pages on their way to the database. */
type Arriving = {
  readonly id: string
  readonly pending: Pending
  readonly places: PagePlace[]
  pages: number
  entries: number
}

const previewRows = 50
const nothingStored: Early = { cells: null, beside: null }

/** The book of one brand and the only writer of its pages. Plain code: the worker's entry file exposes it. */
export function createBookHost(): BookWorker {
  let db: BrandDatabase | null = null
  let book: Book = createBook()
  const places = new Map<string, readonly PagePlace[]>()
  let arriving: Arriving | null = null
  let opening: Promise<Result<null, BookDamage>> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  /** What was stored of the book; it answers until the book itself is read. */
  let early: Promise<Early> = Promise.resolve(nothingStored)
  let isRead = false
  /** The last change that the book holds. */
  let seq = 0
  const beside = createBeside()
  const idle = createIdleWork()

  /** Changes of the book wait for each other; questions come between them and see a settled book. */
  function inTurn<T>(change: (db: BrandDatabase) => Promise<T>): Promise<T> {
    const done = turn.then(() => change(opened(db)))
    turn = done.catch(() => {}) // the caller has the error; the next change has its own fate
    return done
  }

  /** Figures of a damaged book would be wrong, so there are none. */
  async function ask<T>(question: (book: Book) => T): Promise<T> {
    const found = await opening
    if (!found?.ok) throw new Error('the book is not open, or damaged')
    idle.asked()
    return question(book)
  }

  /** What was stored, as long as the book is being read. */
  const stored = async (): Promise<Early> => {
    const found = isRead ? nothingStored : await early
    return isRead ? nothingStored : found
  }

  /** The same, but that sums by day answer from those that were stored, as long as the book is being read. */
  async function askEarly<T>(
    question: (book: Book) => T,
    early: (cells: StoredCells) => ((book: Book) => T) | null,
  ): Promise<T> {
    const { cells } = await stored()
    const answer = cells && early(cells)
    return cells && answer ? answer(bookOfCells(cells)) : ask(question)
  }

  /** Another question of those whose last answers are stored. */
  async function askBeside<Q extends readonly unknown[], A>(
    kind: Remembering<Q, A>,
    keptIn: (kept: StoredBeside) => KeptAnswers<A>,
    asked: Q,
  ): Promise<A> {
    if (kind.note(asked) && isRead) makeReady(opened(db))
    const { beside: kept } = await stored()
    const recalled = kept && kind.recall(kept, keptIn(kept), asked)
    if (recalled) return recalled
    const steps = await ask((of) => kind.ready(of, asked))
    while (steps.next().done !== true) await nextTask() // nobody's click waits for what fills in beside
    return ask((of) => kind.answer(of, asked))
  }

  async function load(brandId: string): Promise<Result<null, BookDamage>> {
    db = new BrandDatabase(brandId)
    early = readEarly(db).catch(() => nothingStored) // what is wrong with the database, reading the book will tell
    const read = await readBook(db).finally(() => (isRead = true))
    if (read.ok) makeReady(db)
    return read
  }

  /** What will be asked, made ready while nobody asks; first what the next start shows. */
  function makeReady(from: BrandDatabase): void {
    idle.asked() // whoever waited for this book asks at once
    void idle.begin(book, readying(from, book))
  }

  function* readying(from: BrandDatabase, of: Book): Generator<void> {
    const { version, assigned, firstDay, lastDay } = of
    const answers = {
      products: yield* beside.products.answers(of),
      clients: yield* beside.clients.answers(of),
      returning: yield* beside.returning.answers(of),
    }
    if (of === book && of.version === version && of.assigned === assigned)
      void storeBeside(from, stampOfBook(of), seq, { firstDay, lastDay, ...answers }).catch(() => {}) // the next start asks the book
    yield* prepare(of)
  }

  async function readBook(db: BrandDatabase): Promise<Result<null, BookDamage>> {
    const imports = await db.imports.toArray()
    await sweepPages(db, imports)
    const damaged: string[] = []
    for (const record of imports
      .filter(({ status }) => status === 'done')
      .sort((a, b) => a.order - b.order)) {
      const loaded = await loadImport(db, book, record)
      if (loaded.ok) places.set(record.id, loaded.value)
      else damaged.push(record.id)
    }
    if (damaged.length > 0) return err({ code: 'damaged', imports: damaged })
    const found = await readRecords(db, (documents) => takeDocuments(book, documents))
    seq = found.seq
    takeRecords(book, found.records)
    settle(book)
    await keepSummary(db)
    await confirmSummary(db, seq)
    return ok(null)
  }

  const keepSummary = async (from: BrandDatabase) =>
    storeSummary(from, stampOf(await from.imports.toArray()), summary(book), storedCells(book))

  function arrivingOne(importId: string): Arriving {
    if (arriving?.id !== importId) throw new Error('no such pending import')
    return arriving
  }

  const rowOf = (origin: Origin) =>
    findRow(
      opened(db),
      places.get(origin.importId) ?? (arriving?.id === origin.importId ? arriving.places : []),
      origin,
    )

  /** What rows of files say; those whose file cannot be opened any more are left out. */
  async function readEach<P extends { readonly origin: Origin }, T>(
    found: readonly P[],
    read: (row: FoundRow) => T | null,
  ): Promise<(P & T)[]> {
    const rows: (P & T)[] = []
    for (const place of found) {
      const row = await rowOf(place.origin)
      const texts = row && read(row)
      if (texts !== null) rows.push({ ...place, ...texts })
    }
    return rows
  }

  return {
    open: (brandId) => {
      opening ??= load(brandId)
      turn = opening.catch(() => {})
      return opening
    },
    totals: (filter, group, report) => {
      const question = (of: Book) => totals(of, filter, group, report)
      return askEarly(question, () => (isInStoredCells(filter, group, report) ? question : null))
    },
    returning: (filter, bucket, report) => ask(() => returning(book, filter, bucket, report)),
    sales: (question, report) => ask(() => sales(book, question, report)),
    saleKeys: (named) => ask(() => saleKeys(book, named)),
    sale: (key) => ask(() => sale(book, key)),
    clientProposals: () => ask(() => clientProposals(book)),
    preview: (changes) => ask(() => previewRecords(book, changes)),
    products: (question, report) => ask(() => products(book, question, report)),
    productListings: (key, filter, report) =>
      ask(() => productListings(book, productPlace(book, key), filter, report)),
    proposals: (question) => ask(() => proposals(book, question)),
    tags: (on) => ask(() => tagsIn(book, on)),
    documents: (question) => ask(() => documents(book, question)),
    countries: () => ask(() => countriesIn(book)),
    clients: (question, report) => ask(() => clients(book, question, report)),
    besideProducts: (...asked) => askBeside(beside.products, ({ products: kept }) => kept, asked),
    besideClients: (...asked) => askBeside(beside.clients, ({ clients: kept }) => kept, asked),
    besideReturning: (...asked) => askBeside(beside.returning, ({ returning: kept }) => kept, asked),
    product: (key, filter, report) => ask(() => product(book, productPlace(book, key), filter, report)),
    client: (key, filter, report) => ask(() => client(book, clientPlace(book, key), filter, report)),
    listings: (filter, report) => ask(() => listings(book, filter, report)),
    largestListings: (question, report) => ask(() => largestListings(book, question, report)),
    buyers: (filter, report) => ask(() => buyers(book, filter, report)),
    recalled: (asked) => ask(() => recalled(book, asked)),
    find: (text, most) => ask(() => find(book, text, most)),
    waiting: (from, count) =>
      askEarly(
        (of) => waiting(of, from, count),
        (cells) => (count === 0 ? () => ({ total: cells.waiting, rows: [] }) : null),
      ),
    summary: () => ask(() => summary(book)),
    contactsOf: async (key) => {
      const found = await ask(() => contactPlaces(book, clientPlace(book, key)))
      return readEach(found, contactTexts)
    },
    offersOf: async (key) => {
      const found = await ask(() => offerPlaces(book, productPlace(book, key)))
      return readEach(found, offerTexts)
    },
    sourceRow: async (origin) => {
      await opening
      return rowOf(origin)
    },
    accountsOf: async (channel) => {
      await opening
      return book.names.accounts.texts
        .filter((text) => text.startsWith(channel + unit))
        .map((text) => text.slice(channel.length + 1))
    },
    orderHeads: async (importId, keys) => {
      await opening
      const { scratch } = arrivingOne(importId).pending
      return keys.map((key) => orderHead(scratch, key) ?? orderHead(book, key))
    },

    beginImport: (importId, order) =>
      inTurn(async (from) => {
        if (arriving) await removePages(from, arriving.id)
        arriving = {
          id: importId,
          pending: beginPending(book, importId, order),
          places: [],
          pages: 0,
          entries: 0,
        }
      }),
    addBatch: (importId, batch) =>
      storing(async () => {
        const one = arriving
        if (one?.id !== importId) return ok(null) // let go while this batch was on its way
        const number = one.pages++
        one.entries += batch.count
        addPending(one.pending, batch)
        const sealed = await sealPage(importId, number, batch)
        one.places[number] = placeOf(sealed)
        if (arriving !== one) return ok(null)
        await storePage(opened(db), sealed)
        return ok(null)
      }),
    previewImport: (importId, coverage) =>
      inTurn(async () => {
        const { pending, pages, entries } = arrivingOne(importId)
        return { ...previewPending(pending, coverageOf(coverage), previewRows), pages, entries }
      }),
    adoptImport: (importId) =>
      inTurn(async (from) => {
        const one = arrivingOne(importId)
        arriving = null
        book = adopt(one.pending)
        places.set(importId, one.places)
        await keepSummary(from)
        makeReady(from)
      }),
    discardImport: (importId) =>
      inTurn(async (from) => {
        if (await from.imports.get(importId)) return // it is committed: its pages are the brand's
        if (arriving?.id === importId) arriving = null
        await removePages(from, importId)
      }),
    showImport: (importId, visible) =>
      inTurn(async (from) => {
        const index = importIndexOf(book, importId)
        const record = index < 0 && visible ? await from.imports.get(importId) : undefined
        const loaded = record ? await loadImport(from, book, record) : null
        if (loaded && !loaded.ok) return err({ code: 'damaged', imports: [importId] })
        if (loaded) places.set(importId, loaded.value)
        if (index >= 0) setVisible(book, index, visible)
        settle(book)
        await keepSummary(from)
        makeReady(from)
        return ok(null)
      }),
    applyChange: (change, changes) =>
      inTurn(async (from) => {
        if (!(await opening)?.ok) return // figures of a damaged book are none to keep
        const before = book.version
        applyRecords(book, changes)
        seq = change
        if (book.version !== before) await keepSummary(from)
        await confirmSummary(from, seq)
        makeReady(from)
      }),
    close: async () => {
      idle.stop()
      await turn.catch(() => {})
      db?.close()
    },
  }
}

function opened(db: BrandDatabase | null): BrandDatabase {
  if (!db) throw new Error('the book was not opened')
  return db
}

type FoundRow = SourceRow & KeptRow

const placeOf = ({ page }: SealedPage): PagePlace => ({
  number: page.number,
  file: page.file,
  firstRow: page.firstRow,
  lastRow: page.lastRow,
})

/** Rows of a sale stay together, so the page that holds a row may begin a little before or after it. */
async function findRow(
  db: BrandDatabase,
  places: readonly PagePlace[],
  { importId, file, row }: Origin,
): Promise<FoundRow | null> {
  const record = await db.imports.get(importId)
  const source = record?.files[file]
  const likely = places.filter(
    (place) => place.file === file && place.firstRow <= row && row <= place.lastRow,
  )
  for (const { number } of likely) {
    const details = await readDetails(db, importId, number)
    const cells = details === null ? null : rowInDetails(details, file, row)
    if (cells && source)
      return { fileName: source.name, format: source.format, row, header: source.header, cells }
  }
  return null
}
