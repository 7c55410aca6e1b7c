import { expect, test } from 'vitest'
import { menuNames, openRecentFiles } from './recentFiles.ts'

async function open(content?: unknown) {
  const written: unknown[] = []
  const system: string[] = []
  const errors: unknown[] = []
  const recent = await openRecentFiles({
    file: {
      read: async () => ({ as: content === undefined ? 'none' : 'whole', content }),
      write: async (next) => void written.push(next),
    },
    system: {
      addRecentDocument: (path) => void system.push(path),
      clearRecentDocuments: () => void system.push('cleared'),
    },
    onError: (error) => errors.push(error),
  })
  return { recent, written, system }
}

test('the file opened last comes first, and each only once', async () => {
  const { recent, written, system } = await open({ paths: ['/old.csv', '/older.csv'] })
  recent.add(['/new.csv', '/older.csv'])
  expect(recent.list()).toEqual(['/new.csv', '/older.csv', '/old.csv'])
  await recent.settled()
  expect(written).toEqual([{ paths: ['/new.csv', '/older.csv', '/old.csv'] }])
  expect(system).toEqual(['/new.csv', '/older.csv'])
})

test('ten are kept', async () => {
  const { recent } = await open()
  recent.add(Array.from({ length: 12 }, (_, at) => `/${at}.csv`))
  expect(recent.list()).toHaveLength(10)
  expect(recent.list()[0]).toBe('/0.csv')
})

test('a file that is gone leaves the list, and the list can be cleared', async () => {
  const { recent, written, system } = await open({ paths: ['/a.csv', '/b.csv'] })
  let changes = 0
  recent.onChange(() => changes++)
  recent.forget(['/b.csv', '/never-there.csv'])
  recent.forget(['/b.csv'])
  recent.clear()
  await recent.settled()
  expect(written).toEqual([{ paths: ['/a.csv'] }, { paths: [] }])
  expect(system).toEqual(['cleared'])
  expect(changes).toBe(2)
})

test.each([undefined, { paths: [1] }, { paths: Array(11).fill('/a.csv') }, 'noise'])(
  'a list that cannot be read is an empty one: %o',
  async (content) => {
    expect((await open(content)).recent.list()).toEqual([])
  },
)

test('two files of one name tell their folders apart, and a name is written as it is', () => {
  expect(menuNames(['/x/March/orders.csv', '/x/April/orders.csv', '/x/Tide & Fern.csv'])).toEqual([
    'orders.csv – March',
    'orders.csv – April',
    'Tide && Fern.csv',
  ])
  const [long = ''] = menuNames([`/x/${'a'.repeat(100)}-2024-03.csv`])
  expect(long).toMatch(/^a{30}…a+-2024-03\.csv$/)
  expect(Array.from(long)).toHaveLength(60)
})
