import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { OpenBrand } from '#data/brands.ts'
import { describeClients } from '#data/clients.ts'
import type { StoredBeside } from '#shared/book/beside.ts'
import type { ClientsAnswer, ClientsQuestion } from '#shared/book/partyQuestions.ts'
import { createBookHost } from './bookHost.ts'
import { bring, createTestWorld, emptyStorage, openTestBrand } from './testWorld.ts'

beforeEach(emptyStorage)

const orders = 'etsy-sold-orders-2024.csv'
const file = { [orders]: readFileSync(`tests/fixtures/commerce/${orders}`) }
const top: ClientsQuestion = {
  filter: { from: '2024-01-01', to: '2024-12-31' },
  sort: { by: 'kept', descending: true },
  from: 0,
  count: 5,
}
const asked = ({ book }: OpenBrand): Promise<ClientsAnswer> =>
  book.unhurried(
    () => true,
    (beside) => beside.clients(top, {}),
  )

async function stored({ db }: OpenBrand): Promise<StoredBeside | null> {
  const kept = await db.summaries.get('beside')
  return kept?.id === 'beside' && kept.beside.clients.length > 0 ? kept.beside : null
}
/** Once nobody has asked for a while. */
async function untilStored(open: OpenBrand): Promise<void> {
  await expect.poll(() => stored(open), { timeout: 5000 }).not.toBe(null)
}

/** Puts a sign on the stored answer by which it is known. */
async function sign({ db }: OpenBrand): Promise<void> {
  const kept = await db.summaries.get('beside')
  if (kept?.id !== 'beside') throw new Error('nothing is stored')
  const clients = kept.beside.clients.map(([key, answer]) => [key, { ...answer, total: -1 }] as const)
  await db.summaries.put({ ...kept, beside: { ...kept.beside, clients } })
}

test('what was asked last is answered at the next start until the book is read, and then by the book', async () => {
  const world = createTestWorld()
  const first = await openTestBrand(world)
  await bring(world, first, file)
  const answer = await asked(first)
  expect(answer.rows).not.toEqual([])
  await untilStored(first)
  expect((await stored(first))?.clients.map(([, kept]) => kept)).toEqual([answer])
  await sign(first)
  await first.close()

  const again = createBookHost()
  const opening = again.open(first.db.brandId)
  expect(await again.besideClients(top, {})).toEqual({ ...answer, total: -1 })
  await opening
  expect(await again.besideClients(top, {})).toEqual(answer)
  await again.close()
})

test('what is asked later is stored beside what was stored before', async () => {
  const world = createTestWorld()
  const open = await openTestBrand(world)
  await bring(world, open, file)
  await asked(open)
  await untilStored(open)
  const month = { ...top, filter: { from: '2024-03-01', to: '2024-03-31' } }
  await open.book.unhurried(
    () => true,
    (beside) => beside.clients(month, {}),
  )
  await expect.poll(async () => (await stored(open))?.clients.length, { timeout: 5000 }).toBe(2)
  await open.close()
})

test('an answer from before a change is not given', async () => {
  const world = createTestWorld()
  const first = await openTestBrand(world)
  await bring(world, first, file)
  const { rows } = await asked(first)
  await untilStored(first)
  await sign(first)
  await describeClients(first.db, rows.slice(0, 1), { addTags: ['fair'] }, '2024-04-02T00:00:00Z')
  await first.close()

  const again = createBookHost()
  void again.open(first.db.brandId)
  const answer = await again.besideClients(top, {})
  expect(answer.total).toBeGreaterThan(0)
  expect(answer.rows[0]?.tags).toEqual(['fair'])
  await again.close()
})
