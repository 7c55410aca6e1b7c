import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { draft } from '#shared/document/inTests.ts'
import { commit } from './commit.ts'
import type { Change, Write } from './commit.ts'
import { BrandDatabase } from './database.ts'
import type { BrandRecords, RateRecord } from './database.ts'
import { newDraft, saveDraft } from './documents/documents.ts'
import { openHistory } from './history.ts'
import type { BookOwner } from './importHistory.ts'
import { client, product, stall } from '#shared/book/sampleShop.ts'
import { sampleProfile } from '#shared/sample/sampleBrand.ts'
import { uuidv7 } from './uuid.ts'

const open: BrandDatabase[] = []
afterEach(() => {
  for (const db of open.splice(0)) db.close()
})

/** A brand's history as it is after a start; imports are not part of these tests. */
async function start(brandId = uuidv7()) {
  let add: (change: Change) => void = () => {}
  const db = new BrandDatabase(brandId, async (_db, change) => add(change))
  open.push(db)
  const opened = await openHistory({ db } as BookOwner)
  add = opened.add
  return { db, history: opened.history }
}

const rate = (day: number, value: string): RateRecord => ({
  id: `USD/EUR/${day}`,
  from: 'USD',
  to: 'EUR',
  day: `2024-03-0${day}`,
  rate: value,
})
const stored = async (db: BrandDatabase) =>
  (await db.rates.toArray()).map(({ id, rate: value }) => [id, value])

test('what was done last is taken back first, and brought back in the same order', async () => {
  const { db, history } = await start()
  await commit(db, 'save rate', [{ table: 'rates', put: rate(1, '0.91') }])
  await commit(db, 'save rate', [{ table: 'rates', put: rate(1, '0.92') }])
  await commit(db, 'remove rate', [{ table: 'rates', remove: 'USD/EUR/1' }])
  const seen = []
  for (const step of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
    expect((await history[step]())?.ok).toBe(true)
    seen.push((await stored(db))[0]?.[1] ?? null)
  }
  expect(seen).toEqual(['0.92', '0.91', null, '0.91', '0.92', null])
})

test('after a restart the same changes can be taken back, and brought back', async () => {
  const first = await start()
  await commit(first.db, 'save rate', [{ table: 'rates', put: rate(1, '0.91') }])
  await commit(first.db, 'save rate', [{ table: 'rates', put: rate(2, '0.92') }])
  await first.history.undo()
  first.db.close()
  const { db, history } = await start(first.db.brandId)
  expect([history.state().undo?.seq, history.state().redo?.seq]).toEqual([1, 2])
  await history.redo()
  expect(await stored(db)).toEqual([
    ['USD/EUR/1', '0.91'],
    ['USD/EUR/2', '0.92'],
  ])
})

test('a new change ends what could be brought back', async () => {
  const { db, history } = await start()
  await commit(db, 'save rate', [{ table: 'rates', put: rate(1, '0.91') }])
  await history.undo()
  await commit(db, 'save rate', [{ table: 'rates', put: rate(2, '0.92') }])
  expect(history.state().redo).toBe(null)
  expect(await history.redo()).toBe(null)
})

test('a record that something else changed since is left as it is, and that is said', async () => {
  const { db, history } = await start()
  const change = await commit(db, 'save rate', [
    { table: 'rates', put: rate(1, '0.91') },
    { table: 'rates', put: rate(2, '0.92') },
  ])
  await commit(db, 'sweep undone imports', [{ table: 'rates', put: rate(2, '0.99') }]) // the app's own doing
  expect(await history.undo()).toEqual({
    ok: true,
    value: { step: { seq: change.seq, name: 'save rate' }, kept: 1 },
  })
  expect(await stored(db)).toEqual([['USD/EUR/2', '0.99']])
})

test('a toast that was overtaken by another change takes nothing back', async () => {
  const { db, history } = await start()
  const first = await commit(db, 'save rate', [{ table: 'rates', put: rate(1, '0.91') }])
  await commit(db, 'save rate', [{ table: 'rates', put: rate(2, '0.92') }])
  expect(await history.undoStep(first.seq)).toBe(null)
  expect(await db.rates.count()).toBe(2)
})

test('the last 200 changes can be taken back, no more', async () => {
  const { db, history } = await start()
  for (let at = 1; at <= 203; at++)
    await commit(db, 'save rate', [{ table: 'rates', put: rate(1, String(at)) }])
  let undone = 0
  while ((await history.undo())?.ok) undone++
  expect(undone).toBe(200)
  expect(await stored(db)).toEqual([['USD/EUR/1', '3']])
})

const tables = [
  'products',
  'clients',
  'handSales',
  'rules',
  'views',
  'attachments',
  'assignments',
  'rates',
  'settings',
] as const
type Table = (typeof tables)[number]

/** A record of each kind, in which a number can be seen to have changed. */
const made: {
  readonly [T in Table]: (id: string, value: number) => BrandRecords[T] & { readonly id: string }
} = {
  products: (id, value) =>
    product({ id, name: `Mug ${value}`, costs: [{ from: '2024-01-01', currency: 'EUR', amount: value }] }),
  clients: (id, value) =>
    client({
      id,
      name: `Ana ${value}`,
      tags: [`${value}`],
      followUp: { day: '2024-01-01', text: `${value}` },
    }),
  handSales: (id, value) => ({ ...stall, id, tip: value }),
  rules: (id, value) => ({
    id,
    order: value,
    name: '',
    enabled: value % 2 === 0,
    when: { title: `${value}` },
    gives: { tags: ['a'] },
  }),
  views: (id, value) => ({
    id,
    list: 'sales',
    name: `${value}`,
    order: 0,
    isDefault: false,
    search: { value },
  }),
  attachments: (id, value) => ({ id, type: 'image/webp', bytes: new Uint8Array([value & 255, 7]) }),
  assignments: (id, value) => ({
    id: `sale:${id}`,
    hidden: value % 2 === 0,
    note: `${value}`,
    said: [['note', value]],
  }),
  rates: (id, value) => ({ ...rate(1, `${value}`), id }),
  settings: (_id, value) => ({ id: 'profile', value: { ...profile, name: `Brand ${value}` } }),
}

const profile = { ...sampleProfile, createdAt: '', sample: false }

/** One act on at most five records of each kind: several at once, the same one twice, removals of what is not there. */
const act = fc.array(
  fc.tuple(fc.constantFrom(...tables), fc.integer({ min: 1, max: 5 }), fc.option(fc.nat(99))),
  { minLength: 1, maxLength: 4 },
)
const writesOf = (parts: typeof act extends fc.Arbitrary<infer T> ? T : never): Write<BrandRecords>[] =>
  parts.map(([table, id, value]): Write<BrandRecords> => {
    // a brand never loses what it says of itself
    if (value !== null || table === 'settings')
      return { table, put: made[table](`${id}`, value ?? 0) } as Write<BrandRecords>
    return { table, remove: table === 'assignments' ? `sale:${id}` : `${id}` } as Write<BrandRecords>
  })
const dump = async (db: BrandDatabase) =>
  Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await db.table(table).toArray()] as const)),
  )

test('taking back any run of changes leads to before, and bringing all back to after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
      const { db, history } = await start()
      await commit(db, 'keep profile', [{ table: 'settings', put: made.settings('profile', 0) }])
      const states = [await dump(db)]
      for (const parts of acts) {
        await commit(db, 'save rate', writesOf(parts))
        states.push(await dump(db))
      }
      for (let at = acts.length - 1; at >= 0; at--) {
        await history.undo()
        expect(await dump(db)).toEqual(states[at])
      }
      expect(await history.undo()).toBe(null)
      for (let at = 1; at <= acts.length; at++) {
        await history.redo()
        expect(await dump(db)).toEqual(states[at])
      }
      db.close()
    }),
    { numRuns: 60 },
  )
})

test('a draft that is saved at each pause of typing is one step, until the person stops for a while', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') })
  const { db, history } = await start()
  const made = newDraft(draft(), '2026-03-02T09:00:00.000Z')
  const save = async (subject: string, seconds: number) => {
    vi.setSystemTime(Date.now() + seconds * 1000)
    await saveDraft(db, { ...made, content: { ...made.content, subject } })
  }
  const shown = async () => (await db.documents.get(made.id))?.content.subject
  await save('', 0)
  for (const subject of ['L', 'Lo', 'Log']) await save(subject, 2)
  await save('Logo', 60)
  vi.useRealTimers()
  const seen = []
  for (const way of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
    await history[way]()
    seen.push(await shown())
  }
  expect(seen).toEqual(['Log', '', undefined, '', 'Log', 'Logo'])
  db.close()
  const again = await start(db.brandId)
  await again.history.undo()
  await again.history.undo()
  expect((await again.db.documents.get(made.id))?.content.subject).toBe('')
})
