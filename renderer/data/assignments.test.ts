import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { assignSales, listRules, newRule, orderRules, saveRule } from './assignments.ts'
import { BrandDatabase } from './database.ts'
import { uuidv7 } from './uuid.ts'

const open: BrandDatabase[] = []
const database = () => {
  const db = new BrandDatabase(uuidv7())
  open.push(db)
  return db
}
/** A book in which every sale has one key. */
const eachByItself = {
  saleKeys: async (named: readonly string[]) => named.map((key) => ({ keys: [key], mayGrow: false })),
}
afterEach(() => {
  for (const db of open.splice(0)) db.close()
})

test('what is said of a sale adds to what was said before, and what says nothing is not kept', async () => {
  const db = database()
  const open = { db, book: eachByItself }
  await assignSales(open, ['a', 'b'], { stream: 'digital', addTags: ['gift', 'gift'] })
  await assignSales(open, ['b'], { note: ' wrapped ', removeTags: ['gift'], addTags: ['fair'] })
  expect(await db.assignments.toArray()).toEqual([
    {
      id: 'sale:a',
      stream: 'digital',
      tags: ['gift'],
      said: [
        ['stream', 1],
        ['tag:gift', 1],
      ],
    },
    {
      id: 'sale:b',
      stream: 'digital',
      note: 'wrapped',
      tags: ['fair'],
      said: [
        ['stream', 1],
        ['note', 2],
        ['tag:fair', 2],
      ],
    },
  ])
  await assignSales(open, ['a', 'b'], { stream: '', note: '', removeTags: ['gift', 'fair'] })
  expect(await db.assignments.count()).toBe(0)
  expect((await db.changes.toArray()).map(({ name }) => name)).toEqual([
    'assign stream',
    'note sale',
    'note sale',
  ])
})

test('two things said of one sale at once are both kept', async () => {
  const db = database()
  await Promise.all([
    assignSales({ db, book: eachByItself }, ['a'], { note: 'it rained' }),
    assignSales({ db, book: eachByItself }, ['a'], { addTags: ['fair'] }),
    assignSales({ db, book: eachByItself }, ['a'], { hidden: true }),
  ])
  expect(await db.assignments.get('sale:a')).toMatchObject({
    id: 'sale:a',
    note: 'it rained',
    tags: ['fair'],
    hidden: true,
  })
})

test('rules count in the order the person gives them', async () => {
  const db = database()
  for (const name of ['first', 'second', 'third'])
    await saveRule(db, await newRule(db, { name, when: { title: name }, gives: { tags: ['x'] } }))
  const [first, second, third] = await listRules(db)
  await orderRules(db, [third?.id ?? '', first?.id ?? '', second?.id ?? ''])
  expect((await listRules(db)).map(({ name, order }) => [name, order])).toEqual([
    ['third', 1],
    ['first', 2],
    ['second', 3],
  ])
})
