import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRecords } from './applyRecords.ts'
import type { RecordChange } from './applyRecords.ts'
import type { Book } from './book.ts'
import { clients } from './clients.ts'
import type { ClientsQuestion, ProductsQuestion } from './partyQuestions.ts'
import { products } from './products.ts'
import type { Filter } from './questions.ts'
import { client, product, put, shop, stall } from './sampleShop.ts'

type Sort = ClientsQuestion['sort']['by'] & ProductsQuestion['sort']['by']

const filters: readonly Filter[] = [
  {},
  { from: '2022-01-01' },
  { channels: ['etsy'] },
  { channels: ['market'] },
]
const question = fc.record({
  filter: fc.constantFrom(...filters),
  show: fc.constantFrom(undefined, 'records' as const, 'found' as const),
  text: fc.constantFrom(undefined, 'a', 'mug'),
  keys: fc.constantFrom<readonly string[] | undefined>(undefined, ['c1', 'p1']),
  by: fc.constantFrom<Sort>('name', 'kept', 'gross', 'sales', 'last'),
  descending: fc.boolean(),
  from: fc.nat(2),
  count: fc.nat(3),
})
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never
const tags = fc.subarray(['a', 'b'])
const change: fc.Arbitrary<RecordChange> = fc.oneof(
  fc
    .record({ name: fc.constantFrom('Ana', 'Zoe'), tags })
    .map((told) =>
      put('clients', client({ id: 'c1', identities: [{ channel: 'etsy', key: 'user:ana' }], ...told })),
    ),
  fc
    .record({ name: fc.constantFrom('Mug', 'Cup'), tags })
    .map((told) => put('products', product({ id: 'p1', ...told }))),
  fc.constantFrom<RecordChange>(
    put('handSales', stall),
    { table: 'handSales', id: stall.id, record: null },
    { table: 'clients', id: 'c1', record: null },
    { table: 'products', id: 'p1', record: null },
  ),
)

function ask(book: Book, { show, text, keys, by, descending, ...asked }: Question) {
  const chosen = { ...(show && { show }), ...(text !== undefined && { text }), ...(keys && { keys }) }
  const whole = { ...asked, ...chosen, sort: { by, descending } }
  return [clients(book, whole, {}), products(book, whole, {})]
}

test('a list that was asked for before answers as a book that never was asked', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(change, question), { maxLength: 16 }), (steps) => {
      const book = shop()
      const changes: RecordChange[] = []
      for (const step of steps) {
        if ('table' in step) {
          changes.push(step)
          applyRecords(book, [step])
          continue
        }
        const fresh = shop()
        applyRecords(fresh, changes)
        expect(ask(book, step)).toEqual(ask(fresh, step))
      }
    }),
    { numRuns: 400 },
  )
})
