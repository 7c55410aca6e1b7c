import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignSales, newRule, orderRules, removeRule, saveRule, listRules } from '#data/assignments.ts'
import type { OpenBrand } from '#data/brands.ts'
import { saveClient } from '#data/clients.ts'
import { removeHandSale, saveHandSales } from '#data/handSales.ts'
import { changeProducts, createProduct, mergeProducts, removeProducts } from '#data/products.ts'
import { client, etsy, stall } from '#shared/book/sampleShop.ts'
import { emptyDraft } from '#shared/product/newProduct.ts'
import { bring, createTestWorld, emptyStorage, openTestBrand, valueOf } from './testWorld.ts'
import type { TestWorld } from './testWorld.ts'

const lines = (name: string, count: number) =>
  readFileSync(`tests/fixtures/commerce/${name}`, 'utf8').split('\n').slice(0, count).join('\n')
/** The payments name sales of which the orders bring the id, so that they have two keys. */
const files = [
  lines('shopify-payment-transactions-2024.csv', 12),
  lines('shopify-orders-2024.csv', 14),
  lines('etsy-sold-orders-2024.csv', 5),
]

const everything = { standing: ['counted', 'uncounted', 'waiting', 'hidden'] } as const
const allSales = ({ book }: OpenBrand) =>
  book.sales({ filter: everything, sort: { by: 'day', descending: true }, from: 0, count: 100 }, {})
const sort = { by: 'name', descending: false } as const

/** Equals of a list stand in the order in which they came to be known. */
const byKey = <R extends { readonly key: string }>(rows: readonly R[]) =>
  rows.toSorted((a, b) => (a.key < b.key ? -1 : 1))

/** All a person can see of the brand's money and of what was said of it. */
async function seen(open: OpenBrand) {
  const { rows } = await allSales(open)
  const details = await Promise.all(byKey(rows).map(({ key }) => open.book.sale(key)))
  const question = { filter: {}, sort, from: 0, count: 100 }
  return {
    summary: await open.book.summary(),
    sales: details.map((one) => [one?.key, one?.note, one?.ownTags, one?.ownStream, one?.hidden]),
    streams: byKey(
      (await open.book.totals({}, { by: 'stream', bucket: 'none' }, {})).map((row) => ({
        ...row,
        key: `${row.key} ${row.currency}`,
      })),
    ),
    products: byKey((await open.book.products(question, {})).rows),
    clients: byKey((await open.book.clients(question, {})).rows),
    tags: await open.book.tags(),
    rules: await listRules(open.db),
  }
}

type Act = (open: OpenBrand, world: TestWorld, n: number) => Promise<unknown>
const nth = async (open: OpenBrand, n: number) => {
  const { rows } = await allSales(open)
  return rows.length === 0 ? [] : [rows[n % rows.length]?.key ?? '']
}
const products = async ({ db }: OpenBrand) => (await db.products.toArray()).map(({ id }) => id)
const acts: Readonly<Record<string, Act>> = {
  import: (open, world, n) => bring(world, open, { 'file.csv': files[n % files.length] ?? '' }),
  undoImport: async (open, _, n) => {
    const imports = await open.db.imports.toArray()
    const one = imports[n % Math.max(1, imports.length)]
    if (one) valueOf(await (one.status === 'done' ? open.undoImport(one.id) : open.redoImport(one.id)))
  },
  hide: async (open, _, n) => assignSales(open, await nth(open, n), { hidden: n % 2 === 0 }),
  note: async (open, _, n) => assignSales(open, await nth(open, n), { note: n % 3 === 0 ? '' : `note ${n}` }),
  tag: async (open, _, n) =>
    assignSales(open, await nth(open, n), n % 2 === 0 ? { addTags: ['a'] } : { removeTags: ['a'] }),
  stream: async (open, _, n) =>
    assignSales(open, await nth(open, n), { stream: n % 2 === 0 ? 'course' : '' }),
  product: (open, _, n) =>
    createProduct(
      open.db,
      { ...emptyDraft, name: `Mug ${n}`, listings: [{ account: etsy, key: `id:${n}` }] },
      null,
    ),
  tagProducts: async (open) =>
    changeProducts(open.db, { ids: await products(open), found: [] }, { addTags: ['b'] }),
  mergeProducts: async (open) => mergeProducts(open.db, { ids: await products(open), found: [] }),
  removeProducts: async (open, _, n) => removeProducts(open.db, (await products(open)).slice(n % 2)),
  client: (open, _, n) => saveClient(open.db, client({ id: `c${n % 2}`, name: `Client ${n}` })),
  handSale: (open, _, n) => saveHandSales(open.db, [{ ...stall, id: `h${n % 2}`, tip: n }]),
  removeHandSale: (open, _, n) => removeHandSale(open.db, `h${n % 2}`),
  rule: async (open, _, n) =>
    saveRule(
      open.db,
      await newRule(open.db, {
        name: `${n}`,
        when: { title: n % 2 ? 'a' : 'e' },
        gives: { stream: 'service', tags: ['c'] },
      }),
    ),
  removeRule: async (open) => removeRule(open.db, (await listRules(open.db))[0]?.id ?? ''),
  orderRules: async (open) =>
    orderRules(open.db, (await listRules(open.db)).map(({ id }) => id).toReversed()),
}
const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(9)), {
  minLength: 4,
  maxLength: 9,
})

test('whatever a person does, all of it can be taken back to the beginning and brought back to the end', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (path) => {
      await emptyStorage()
      const world = createTestWorld()
      let open = await openTestBrand(world)
      const before = await seen(open)
      await bring(world, open, { 'file.csv': files[1] ?? '' })
      for (const [name, n] of path) await acts[name]?.(open, world, n)
      const after = await seen(open)
      const takeBack = async () => {
        let count = 0
        for (let done = await open.history.undo(); done !== null; done = await open.history.undo()) {
          expect(valueOf(done).kept).toBe(0)
          count++
        }
        return count
      }
      const count = await takeBack()
      expect(await seen(open)).toEqual(before)
      for (let at = 0; at < count; at++) expect(await open.history.redo()).toMatchObject({ ok: true })
      expect(await open.history.redo()).toBe(null)
      expect(await seen(open)).toEqual(after)
      await open.close()
      open = await openTestBrand(world)
      expect(await seen(open)).toEqual(after)
      expect(await takeBack()).toBe(count)
      expect(await seen(open)).toEqual(before)
      await open.close()
    }),
    { numRuns: 12 },
  )
}, 60_000)
