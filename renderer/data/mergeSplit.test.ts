import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { applyRecords } from '#shared/book/applyRecords.ts'
import { addBatch, addImport, createBook } from '#shared/book/book.ts'
import type { Book } from '#shared/book/book.ts'
import { clients } from '#shared/book/clients.ts'
import { buyerText, listingText, unit } from '#shared/book/entry.ts'
import { products } from '#shared/book/products.ts'
import { batchOf, entry, saleKey } from '#shared/book/sampleEntries.ts'
import { client, etsy, product } from '#shared/book/sampleShop.ts'
import { settle } from '#shared/book/settle.ts'
import { mergeClients, saveClient, splitIdentity } from './clients.ts'
import { commit } from './commit.ts'
import type { Change } from './commit.ts'
import { BrandDatabase } from './database.ts'
import { openHistory } from './history.ts'
import type { BookOwner } from './importHistory.ts'
import { mergeProducts, splitListing } from './products.ts'
import { uuidv7 } from './uuid.ts'

const open: BrandDatabase[] = []
afterEach(() => {
  for (const db of open.splice(0)) db.close()
})

const count = 5
/** Five buyers buy one of five listings each, for 1.00, 2.00 … 5.00. */
function market(): Book {
  const book = createBook()
  const at = addImport(book, { id: 'orders', order: 1, visible: true, coverage: [] })
  const entries = Array.from({ length: count }, (_, n) =>
    entry({
      ...{ sale: saleKey(n + 1), account: etsy, amount: (n + 1) * 100, quantity: 1 },
      ...{ listing: listingText(`id:${n}`, `Thing ${n}`, ''), buyer: buyerText(`user:${n}`, `Buyer ${n}`) },
    }),
  )
  addBatch(book, at, batchOf(entries))
  settle(book)
  return book
}

/** A brand whose book hears of every change, as in the app. */
async function brand() {
  const book = market()
  let add: (change: Change) => void = () => {}
  const db = new BrandDatabase(uuidv7(), async (_db, change) => {
    add(change)
    applyRecords(
      book,
      change.images.map(({ table, id, after }) => ({ table, id, record: after })),
    )
  })
  open.push(db)
  const opened = await openHistory({ db } as BookOwner)
  add = opened.add
  return { book, db, history: opened.history }
}

const sort = { by: 'name', descending: false } as const
const productRows = (book: Book) => products(book, { filter: {}, sort, from: 0, count: 9 }, {}).rows
const clientRows = (book: Book) => clients(book, { filter: {}, sort, from: 0, count: 9 }, {}).rows
const listing = (n: number) => ({ account: etsy, key: `id:${n}` })
const identity = (n: number) => ({ channel: 'etsy', key: `user:${n}` })
const found = (n: number) => ({
  name: `Thing ${n}`,
  sku: '',
  kind: 'physical' as const,
  listings: [listing(n)],
})
const row = (n: number) => ({ key: `etsy${unit}user:${n}`, isRecord: false, name: `Buyer ${n}`, mail: '' })

/** Which of them are merged, in which order, and in which they are taken apart again. */
const merges = fc.shuffledSubarray(
  Array.from({ length: count - 1 }, (_, n) => n + 1),
  { minLength: 1 },
)

test('found listings merged into a product and split off again, in any order, are as before', async () => {
  await fc.assert(
    fc.asyncProperty(merges, fc.nat(), fc.boolean(), async (merged, turn, isRecord) => {
      const { book, db, history } = await brand()
      const one = product({ id: 'p', name: 'Thing 0', listings: [listing(0)] })
      if (isRecord) await commit(db, 'new product', [{ table: 'products', put: one }])
      else await commit(db, 'new product', [{ table: 'products', put: { ...one, listings: [] } }])
      const [before, known] = [productRows(book), await db.products.toArray()]
      await mergeProducts(db, { ids: ['p'], found: merged.map(found) })
      const together = merged.reduce((sum, n) => sum + (n + 1) * 100, isRecord ? 100 : 0)
      expect(productRows(book).find(({ key }) => key === 'p')?.sums[0]?.figures.gross).toBe(together)
      const inTurn = [...merged.slice(turn % merged.length), ...merged.slice(0, turn % merged.length)]
      for (const n of inTurn) await splitListing(db, 'p', listing(n), null)
      expect(productRows(book)).toEqual(before)
      expect(await db.products.toArray()).toEqual(known)
      for (let at = 0; at <= merged.length; at++) await history.undo()
      expect(productRows(book)).toEqual(before)
      expect(await db.assignments.count()).toBe(0)
    }),
    { numRuns: 40 },
  )
})

test('products merged into the first and split off as their own sell what they sold before', async () => {
  await fc.assert(
    fc.asyncProperty(merges, async (merged) => {
      const { book, db, history } = await brand()
      const ids = [0, ...merged].map((n) => `p${n}`)
      await commit(
        db,
        'new product',
        [0, ...merged].map((n) => {
          const one = product({ id: `p${n}`, name: `Thing ${n}`, listings: [listing(n)] })
          return { table: 'products', put: one } as const
        }),
      )
      const sold = () => productRows(book).map(({ name, isRecord, sums }) => [name, isRecord, sums])
      const [before, rows] = [sold(), productRows(book)]
      await mergeProducts(db, { ids, found: [] })
      expect(sold()).toHaveLength(count - merged.length)
      for (const n of merged) await splitListing(db, 'p0', listing(n), found(n))
      expect(sold()).toEqual(before)
      for (let at = 0; at <= merged.length; at++) await history.undo()
      expect(productRows(book)).toEqual(rows)
      for (let at = 0; at <= merged.length; at++) await history.redo()
      expect(sold()).toEqual(before)
    }),
    { numRuns: 40 },
  )
})

test('buyers merged into a client and split off again, in any order, are as before', async () => {
  await fc.assert(
    fc.asyncProperty(merges, fc.nat(), async (merged, turn) => {
      const { book, db, history } = await brand()
      const one = client({ id: 'c', name: 'Buyer 0', identities: [identity(0)] })
      await saveClient(db, one)
      const [before, known] = [clientRows(book), await db.clients.toArray()]
      const own = { key: 'c', isRecord: true, name: 'Buyer 0', mail: '' }
      await mergeClients(db, [[own, ...merged.map(row)]], '')
      const together = merged.reduce((sum, n) => sum + (n + 1) * 100, 100)
      expect(clientRows(book).find(({ key }) => key === 'c')?.sums[0]?.figures.gross).toBe(together)
      const inTurn = [...merged.slice(turn % merged.length), ...merged.slice(0, turn % merged.length)]
      for (const n of inTurn) {
        const now = await db.clients.get('c')
        if (now) await splitIdentity(db, now, identity(n))
      }
      expect(clientRows(book)).toEqual(before)
      expect(await db.clients.toArray()).toEqual(known)
      for (let at = 0; at <= merged.length; at++) await history.undo()
      expect(clientRows(book)).toEqual(before)
    }),
    { numRuns: 40 },
  )
})
