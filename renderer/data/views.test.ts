import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { asDesigned } from '#shared/list/listState.ts'
import { isSameLook } from '#shared/list/views.ts'
import type { Change } from './commit.ts'
import { BrandDatabase } from './database.ts'
import { openHistory } from './history.ts'
import type { BookOwner } from './importHistory.ts'
import { uuidv7 } from './uuid.ts'
import { openViews } from './views.ts'

const open: BrandDatabase[] = []
afterEach(() => {
  for (const db of open.splice(0)) db.close()
})
async function start() {
  let add: (change: Change) => void = () => {}
  const db = new BrandDatabase(uuidv7(), async (_db, change) => add(change))
  open.push(db)
  const opened = await openHistory({ db } as BookOwner)
  add = opened.add
  return openViews(db, opened.history)
}
const names = async (store: Awaited<ReturnType<Awaited<ReturnType<typeof start>>>>) =>
  (await store.read()).map(({ name }) => name)

test('a view keeps filters, sort and columns under a name, for its own list alone', async () => {
  const views = await start()
  const look = { search: { streams: ['digital'], sort: 'kept', text: undefined }, columns: asDesigned }
  const { id } = await views('sales').add('Downloads', look)
  expect(await views('sales').read()).toEqual([
    {
      id,
      name: 'Downloads',
      isDefault: false,
      search: { streams: ['digital'], sort: 'kept' },
      columns: asDesigned,
    },
  ])
  expect(await views('clients').read()).toEqual([])
})

test('every change of a view can be taken back', async () => {
  const store = (await start())('sales')
  const { id } = await store.add('One', { search: { text: 'mug' } })
  await (
    await store.rename(id, 'Two')
  )()
  expect(await names(store)).toEqual(['One'])
  await (
    await store.replace(id, { search: { text: 'bowl' } })
  )()
  expect((await store.read())[0]?.search).toEqual({ text: 'mug' })
  const takeBack = await store.remove(id)
  expect(await names(store)).toEqual([])
  await takeBack()
  expect(await names(store)).toEqual(['One'])
})

test('a list opens with one view at most', async () => {
  const store = (await start())('sales')
  const [one, two] = [await store.add('One', { search: {} }), await store.add('Two', { search: {} })]
  const opening = async () =>
    (await store.read()).filter(({ isDefault }) => isDefault).map(({ name }) => name)
  await store.open(one.id)
  const takeBack = await store.open(two.id)
  expect(await opening()).toEqual(['Two'])
  await takeBack()
  expect(await opening()).toEqual(['One'])
  await store.open(null)
  expect(await opening()).toEqual([])
})

test('those who show views are told when one changes', async () => {
  const store = (await start())('sales')
  const listener = vi.fn()
  const stop = store.subscribe(listener)
  await store.add('One', { search: {} })
  await vi.waitFor(() => expect(listener).toHaveBeenCalled())
  stop()
})

test('a view counts as changed by what it shows, not by how wide its columns are', () => {
  const look = { search: { text: 'mug', streams: undefined }, columns: asDesigned }
  expect(isSameLook(look, { search: { text: 'mug' }, columns: { ...asDesigned, widths: { day: 90 } } })).toBe(
    true,
  )
  expect(isSameLook(look, { search: { text: 'mugs' }, columns: asDesigned })).toBe(false)
  expect(
    isSameLook(look, { search: { text: 'mug' }, columns: { ...asDesigned, visible: { day: false } } }),
  ).toBe(false)
})
