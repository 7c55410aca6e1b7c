import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRecords } from '#shared/book/applyRecords.ts'
import { addBatch, addImport, createBook, setVisible } from '#shared/book/book.ts'
import type { Book } from '#shared/book/book.ts'
import { keyText } from '#shared/book/groups.ts'
import { sale } from '#shared/book/sale.ts'
import { saleKeys } from '#shared/book/saleKeys.ts'
import { batchOf, entry, saleKey } from '#shared/book/sampleEntries.ts'
import { settle } from '#shared/book/settle.ts'
import type { Assignment } from './assignment.ts'
import { saleAssignmentsAfter } from './saleWords.ts'
import type { SaleWords } from './saleWords.ts'

const [byName, byId] = [keyText(...saleKey(2)), keyText(...saleKey(1))]

/** A payments export knows a sale by its name; an orders export by its id, and says that both are one. */
const files = {
  payments: () => [
    entry({ sale: saleKey(2), source: 'payments', kind: 'fee', type: 'processing', amount: -90 }),
  ],
  orders: () => [
    entry({ sale: saleKey(1), amount: 2000, quantity: 1 }),
    entry({ sale: saleKey(1), kind: 'alias', key: saleKey(2) }),
  ],
}
type File = keyof typeof files

/** A book with what was said of its sales, as it would be stored, and every change that can be taken back. */
function world() {
  const book = createBook()
  const stored = new Map<string, Assignment>()
  const changes: { readonly id: string; readonly before: Assignment | null }[][] = []
  const put = (id: string, record: Assignment | null) => {
    if (record === null) stored.delete(id)
    else stored.set(id, record)
    applyRecords(book, [{ table: 'assignments', id, record }])
  }
  return {
    ...{ book, stored },
    say: (key: string, words: SaleWords) => {
      const after = saleAssignmentsAfter(saleKeys(book, [key]), stored, words, changes.length + 1)
      changes.push(after.map(({ id }) => ({ id, before: stored.get(id) ?? null })))
      for (const { id, record } of after) put(id, record)
    },
    takeBack: () => changes.pop()?.forEach(({ id, before }) => put(id, before)),
    count: () => changes.length,
  }
}

function bring(book: Book, file: File): void {
  const known = book.imports.findIndex(({ id }) => id === file)
  if (known < 0) {
    const at = addImport(book, { id: file, order: book.imports.length, visible: true, coverage: [] })
    addBatch(book, at, batchOf(files[file]()))
  } else setVisible(book, known, true)
  settle(book)
}
function hide(book: Book, file: File): void {
  const known = book.imports.findIndex(({ id }) => id === file)
  if (known >= 0) setVisible(book, known, false)
  settle(book)
}

const seen = (book: Book, key: string) => {
  const found = sale(book, key)
  return found === null
    ? null
    : {
        ...{ note: found.note, stream: found.ownStream, hidden: found.hidden },
        tags: found.ownTags.toSorted((a, b) => (a < b ? -1 : 1)),
      }
}
const nothing = { note: '', stream: '', hidden: false, tags: [] }

test('what was said of a sale under its name is replaced under the id it has by now', () => {
  const { book, say, takeBack, stored } = world()
  bring(book, 'payments')
  say(byName, { note: 'gift', addTags: ['fair'] })
  bring(book, 'orders')
  expect(seen(book, byId)).toEqual({ ...nothing, note: 'gift', tags: ['fair'] })
  say(byId, { note: 'a gift for Ben' })
  expect(seen(book, byName)).toEqual({ ...nothing, note: 'a gift for Ben', tags: ['fair'] })
  takeBack()
  expect(seen(book, byId)).toEqual({ ...nothing, note: 'gift', tags: ['fair'] })
  takeBack()
  expect(seen(book, byId)).toEqual(nothing)
  expect(stored.size).toBe(0)
})

test('what was taken back stays so when the sale falls apart and comes together again', () => {
  const { book, say } = world()
  bring(book, 'payments')
  bring(book, 'orders')
  say(byId, { hidden: true, addTags: ['fair'] })
  hide(book, 'orders')
  expect(seen(book, byName)).toEqual({ ...nothing, hidden: true, tags: ['fair'] })
  say(byName, { hidden: false, removeTags: ['fair'] })
  bring(book, 'orders')
  expect(seen(book, byId)).toEqual(nothing)
})

test('what says nothing of a sale that can have no other key is not kept', () => {
  const { book, say, stored } = world()
  addBatch(book, 1, batchOf([entry({ sale: saleKey(9), source: 'hand', amount: 500, quantity: 1 })]))
  settle(book)
  const key = keyText(...saleKey(9))
  say(key, { hidden: true, addTags: ['fair'] })
  say(key, { hidden: false })
  expect([...stored.values()]).toEqual([{ id: `sale:${key}`, tags: ['fair'], said: [['tag:fair', 1]] }])
  say(key, { removeTags: ['fair'] })
  expect(stored.size).toBe(0)
})

test('what was kept before it was known when something is said gives way to what is said now', () => {
  const { book, say } = world()
  applyRecords(book, [
    { table: 'assignments', id: `sale:${byName}`, record: { id: `sale:${byName}`, note: 'old' } },
  ])
  bring(book, 'payments')
  say(byId, { note: 'new' })
  bring(book, 'orders')
  expect(seen(book, byId)).toEqual({ ...nothing, note: 'new' })
})

const words = fc.oneof(
  fc.record({ note: fc.constantFrom('', 'wrapped', 'late') }),
  fc.record({ hidden: fc.boolean() }),
  fc.record({ stream: fc.constantFrom('' as const, 'digital' as const, 'service' as const) }),
  fc.record({ addTags: fc.subarray(['fair', '__proto__']), removeTags: fc.constant([]) }),
  fc.record({ removeTags: fc.subarray(['fair', '__proto__']) }),
)
const said = fc.record({ key: fc.constantFrom(byName, byId), words })
const moved = fc.record({
  act: fc.constantFrom('bring' as const, 'hide' as const),
  file: fc.constantFrom<File>('payments', 'orders'),
})
const steps = fc.array(fc.oneof(said, moved), { maxLength: 12 })

/** What a reader of the words alone expects: of each field and tag the last one said, under whichever key. */
function lastSaid(all: readonly SaleWords[]) {
  const tags = new Set<string>()
  const told = { note: '', stream: '', hidden: false }
  for (const { addTags = [], removeTags = [], note, stream, hidden } of all) {
    for (const tag of removeTags) tags.delete(tag)
    for (const tag of addTags) tags.add(tag)
    told.note = note ?? told.note
    told.stream = stream ?? told.stream
    told.hidden = hidden ?? told.hidden
  }
  return { ...told, tags: [...tags].toSorted((a, b) => (a < b ? -1 : 1)) }
}

test('whenever files come and go, of one sale the newest words count, and all of them can be taken back', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { book, say, takeBack, count, stored } = world()
      const all: SaleWords[] = []
      for (const step of path) {
        if ('act' in step) (step.act === 'bring' ? bring : hide)(book, step.file)
        else {
          say(step.key, step.words)
          all.push(step.words)
        }
      }
      bring(book, 'orders')
      bring(book, 'payments')
      expect(seen(book, byId)).toEqual(lastSaid(all))
      expect(seen(book, byName)).toEqual(seen(book, byId))
      while (count() > 0) {
        takeBack()
        all.pop()
        expect(seen(book, byId)).toEqual(lastSaid(all))
      }
      expect(stored.size).toBe(0)
      hide(book, 'orders')
      expect(seen(book, byName)).toEqual(nothing)
    }),
    { numRuns: 300 },
  )
})
