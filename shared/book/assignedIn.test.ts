import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRecords } from './applyRecords.ts'
import type { RecordChange } from './applyRecords.ts'
import { assignedIn } from './assignedIn.ts'
import { addBatch, addImport, setVisible } from './book.ts'
import type { Book } from './book.ts'
import { buyerText, listingText } from './entry.ts'
import { keyText } from './groups.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { client, etsy, product, shop, shopify, stall } from './sampleShop.ts'
import { settle } from './settle.ts'

const listings = [
  { account: etsy, key: 'id:1' },
  { account: etsy, key: 'id:2' },
  { account: shopify, key: 'sku:MUG-L' },
  { account: shopify, key: 'id:9' },
]
const identities = [
  { channel: 'etsy', key: 'user:ana' },
  { channel: 'shopify', key: 'mail:ben@x.example' },
  { channel: 'shopify', key: 'mail:cleo@x.example' },
]
const change = (table: string, id: string, record: object | null): RecordChange => ({
  table,
  id,
  record: record === null ? null : { ...record, id },
})
const tags = fc.subarray(['a', 'b'])
const changes: fc.Arbitrary<RecordChange> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('p1', 'p2', 'p3'),
      fc.option(
        fc.record({
          listings: fc.subarray(listings),
          stream: fc.constantFrom('', 'course'),
          tags,
          name: fc.string(),
        }),
      ),
    )
    .map(([id, told]) =>
      change('products', id, told && product({ ...told, id } as Parameters<typeof product>[0])),
    ),
  fc
    .tuple(
      fc.constantFrom('c1', 'c2', 'c3'),
      fc.option(fc.record({ identities: fc.subarray(identities), tags, name: fc.string() })),
    )
    .map(([id, told]) => change('clients', id, told && client({ ...told, id }))),
  fc
    .tuple(
      fc.constantFrom('r1', 'r2'),
      fc.option(
        fc.record({
          order: fc.nat(3),
          enabled: fc.boolean(),
          name: fc.constant(''),
          when: fc.constantFrom({ title: 'mug' }, { sku: 'PAT-*' }, { channels: ['shopify'] }),
          gives: fc.constantFrom({ stream: 'service' }, { product: 'p1' }, { tags: ['a'] }),
        }),
      ),
    )
    .map(([id, told]) => change('rules', id, told)),
  fc
    .tuple(
      fc.constantFrom(1, 2, 3, 4, 5),
      fc.option(
        fc.record({
          hidden: fc.boolean(),
          stream: fc.constantFrom('', 'tip'),
          tags,
          said: fc.nat(9).map((at) => [
            ['hidden', at],
            ['stream', at],
          ]),
        }),
      ),
    )
    .map(([sale, told]) => change('assignments', `sale:${keyText(...saleKey(sale))}`, told)),
  fc
    .tuple(
      fc.constantFrom('h1', 'h2'),
      fc.option(
        fc.record({
          client: fc.constantFrom(null, 'c1'),
          buyerName: fc.constantFrom('', 'Zoe'),
          tip: fc.nat(9),
        }),
      ),
    )
    .map(([id, told]) => change('handSales', id, told && { ...stall, ...told })),
)

/** Cleo pays for order 4, which the orders call 5; the orders also bring a listing and a buyer nobody knew. */
const files = {
  payments: () => [
    entry({
      sale: saleKey(4),
      account: shopify,
      source: 'payments',
      kind: 'fee',
      type: 'processing',
      amount: -5,
    }),
  ],
  orders: () => [
    entry({
      sale: saleKey(5),
      account: shopify,
      amount: 900,
      quantity: 1,
      listing: listingText('id:9', 'Oak bowl', 'BOWL'),
      buyer: buyerText('mail:cleo@x.example', 'Cleo'),
    }),
    entry({ sale: saleKey(5), account: shopify, kind: 'alias', key: saleKey(4) }),
  ],
}
type File = keyof typeof files
const moves = fc.constantFrom<File>('payments', 'orders').map((file) => ({ file }))

function move(book: Book, file: File): void {
  const at = book.imports.findIndex(({ id }) => id === file)
  if (at >= 0) setVisible(book, at, book.imports[at]?.visible !== true)
  else
    addBatch(
      book,
      addImport(book, { id: file, order: 5, visible: true, coverage: [] }),
      batchOf(files[file]()),
    )
  settle(book)
}

test('what the records say, worked out change by change, is what they say worked out anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.array(changes, { minLength: 1, maxLength: 3 }), moves), { maxLength: 14 }),
      (steps) => {
        const book = shop()
        for (const step of steps) {
          if ('file' in step) move(book, step.file)
          else applyRecords(book, step)
          const anew = assignedIn(book)
          const { groups: _groups, importsVersion: _version, ...rest } = book.assigned
          expect(anew).toMatchObject(rest)
          expect([...book.assigned.sales].length).toBe(anew.sales.size)
          expect([...book.assigned.handSales].length).toBe(anew.handSales.size)
        }
      },
    ),
    { numRuns: 400 },
  )
})
