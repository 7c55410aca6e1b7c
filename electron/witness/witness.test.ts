import { expect, test } from 'vitest'
import type { BrandState, Input } from '#shared/ipc/contract.ts'
import { openWitness } from './witness.ts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const sha256 = 'a'.repeat(64)
const brand: BrandState = {
  id,
  name: 'Juniper & Clay',
  schema: 1,
  pages: 12,
  lastSeq: 40,
  imports: 3,
  kept: [{ sha256, name: 'orders.csv', size: 10, account: '' }],
}
const empty: Input<'reportDatabases'> = { registry: 'empty', found: [] }

/** A file in memory; `fail` makes its next writes fail. */
function memoryFile(content?: unknown, as = content === undefined ? 'none' : 'whole') {
  const file = {
    content,
    fail: 0,
    read: () => Promise.resolve({ as, content: file.content }),
    write: async (next: unknown) => {
      await Promise.resolve()
      if (file.fail > 0) {
        file.fail -= 1
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      }
      file.content = structuredClone(next)
    },
  }
  return file
}
const open = (file: ReturnType<typeof memoryFile>, engine = 45, usedBefore = false) =>
  openWitness({ file, engine, usedBefore })

test('what was committed is missed at the next start', async () => {
  const file = memoryFile()
  await (await open(file)).commit(brand)
  const { losses, doubtful } = await (await open(memoryFile(file.content))).report(empty)
  expect(losses.map(({ brand: lost, code }) => [lost.name, code])).toEqual([['Juniper & Clay', 'missing']])
  expect(doubtful).toBe(false)
})

test('a loss stays a loss until the person accepts it', async () => {
  const file = memoryFile()
  await (await open(file)).commit(brand)
  const witness = await open(memoryFile(file.content))
  expect((await witness.report(empty)).losses).toHaveLength(1)
  expect((await witness.report(empty)).losses).toHaveLength(1)
  await witness.forget(id)
  expect((await witness.report(empty)).losses).toEqual([])
})

test('commits that come at once are written one after the other, the last one last', async () => {
  const file = memoryFile()
  const witness = await open(file)
  await Promise.all([1, 2, 3, 4, 5].map((pages) => witness.commit({ ...brand, pages })))
  expect(file.content).toMatchObject({ brands: [{ state: { pages: 5 } }] })
})

test('a commit that could not be witnessed is said, and written along with the next one', async () => {
  const file = memoryFile()
  const witness = await open(file)
  await witness.commit({ ...brand, pages: 1 })
  file.fail = 1
  await expect(witness.commit({ ...brand, pages: 9 })).rejects.toMatchObject({ code: 'ENOSPC' })
  await witness.announce({ id, pages: 9, deleted: false })
  expect(file.content).toMatchObject({ brands: [{ state: { pages: 9 } }] })
})

test('an older engine is noticed before it touches the databases, a newer one is witnessed', async () => {
  const file = memoryFile()
  const witness = await open(file, 45)
  await witness.report(empty)
  expect((await open(file, 44)).engineIsOlder).toBe(true)
  expect((await open(file, 45)).engineIsOlder).toBe(false)
  await (await open(file, 46)).report(empty)
  expect((await open(file, 45)).engineIsOlder).toBe(true)
})

test.each([
  ['a file that cannot be read', memoryFile(undefined, 'damaged'), false],
  ['a file of another form', memoryFile({ version: 1, brands: 'none' }), false],
  ['no file beside kept imports', memoryFile(), true],
])('%s and no database: the person is asked, never welcomed', async (_, file, usedBefore) => {
  const witness = await open(file, 45, usedBefore)
  expect((await witness.report(empty)).doubtful).toBe(true)
  expect((await witness.report(empty)).doubtful).toBe(true) // and again, until they begin anew
  await witness.commit(brand)
  const there = { id, schema: 1, pages: 12, lastSeq: 40, code: 'fine' } as const
  expect(await witness.report({ registry: 'fine', found: [there] })).toEqual({ losses: [], doubtful: false })
})

test('a file that cannot be read does not stand in the way of databases that are there', async () => {
  const file = memoryFile(undefined, 'damaged')
  const there = { id, schema: 1, pages: 12, lastSeq: 40, code: 'fine' } as const
  const witness = await open(file)
  expect(await witness.report({ registry: 'fine', found: [there] })).toEqual({ losses: [], doubtful: false })
  expect((await witness.report(empty)).losses).toMatchObject([{ code: 'missing' }])
})

test('knows the name a kept file had', async () => {
  const witness = await open(memoryFile())
  await witness.commit(brand)
  expect(witness.nameOfKept(sha256)).toBe('orders.csv')
  expect(witness.nameOfKept('b'.repeat(64))).toBeUndefined()
})
