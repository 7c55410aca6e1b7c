import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { commit } from './commit.ts'
import { BrandDatabase } from './database.ts'
import { rateRecord } from './rates.ts'
import { notStored, storing } from './storageFailure.ts'
import { ok } from '#shared/result.ts'
import { uuidv7 } from './uuid.ts'

const rate = rateRecord({ from: 'USD', to: 'EUR', day: '2024-03-01', rate: '0.92' })
const open: BrandDatabase[] = []
function database(witness?: (db: BrandDatabase) => Promise<void>): BrandDatabase {
  const db = new BrandDatabase(uuidv7(), witness)
  open.push(db)
  return db
}
afterEach(() => {
  for (const db of open.splice(0)) db.close()
})

test('a change holds what was before and what is after, and counts up by one', async () => {
  const db = database()
  await commit(db, 'save rate', [{ table: 'rates', put: rate }])
  await commit(db, 'save rate', [{ table: 'rates', put: { ...rate, rate: '0.93' } }])
  await commit(db, 'remove rate', [{ table: 'rates', remove: rate.id }])
  const changes = await db.changes.toArray()
  expect(changes.map(({ seq, name }) => [seq, name])).toEqual([
    [1, 'save rate'],
    [2, 'save rate'],
    [3, 'remove rate'],
  ])
  expect(changes.flatMap(({ images }) => images)).toEqual([
    { table: 'rates', id: rate.id, before: null, after: rate },
    { table: 'rates', id: rate.id, before: rate, after: { ...rate, rate: '0.93' } },
    { table: 'rates', id: rate.id, before: { ...rate, rate: '0.93' }, after: null },
  ])
  expect(await db.rates.count()).toBe(0)
})

test('all records of a change are stored, or none and no change', async () => {
  const db = database()
  const unstorable = { ...rate, id: 'b', rate: (() => '1') as unknown as string }
  await expect(
    commit(db, 'two rates', [
      { table: 'rates', put: rate },
      { table: 'rates', put: unstorable },
    ]),
  ).rejects.toThrow('could not be cloned')
  expect(await db.rates.count()).toBe(0)
  expect(await db.changes.count()).toBe(0)
})

test('the witness is told once the change is stored, and before anybody goes on', async () => {
  const seen: number[] = []
  const db = database(async (of) => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    seen.push((await of.changes.orderBy('seq').last())?.seq ?? 0)
  })
  await commit(db, 'save rate', [{ table: 'rates', put: rate }])
  expect(seen).toEqual([1])
})

test('two changes at once get two numbers', async () => {
  const db = database()
  await Promise.all(
    [1, 2, 3].map((day) =>
      commit(db, 'save rate', [{ table: 'rates', put: rateRecord({ ...rate, day: `2024-03-0${day}` }) }]),
    ),
  )
  expect((await db.changes.toArray()).map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test.each([
  ['QuotaExceededError', 'disk-full'],
  ['UnknownError', 'storage-failed'],
] as const)('a change the machine does not take (%s) stores nothing, and says that', async (name, code) => {
  const db = database()
  await commit(db, 'save rate', [{ table: 'rates', put: rate }])
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', name)
  })
  const other = { ...rate, id: 'b' }
  const save = () => commit(db, 'save rate', [{ table: 'rates', put: other }])
  const error = await save().catch((thrown: unknown) => thrown)
  expect(notStored(error)).toEqual({ code })
  expect(await storing(async () => ok(await save()))).toEqual({ ok: false, error: { code } })
  full.mockRestore()
  expect([await db.rates.count(), await db.changes.count()]).toEqual([1, 1])
})

test('a bug is not taken for the machine', () => {
  expect(notStored(new TypeError('a bug'))).toBeNull()
  expect(notStored('a bug')).toBeNull()
})
