import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apartId } from '#shared/assignments/assignment.ts'
import { proposingClients } from '#shared/client/proposals.ts'
import { applyRecords } from './applyRecords.ts'
import { addBatch, addImport, createBook, setVisible } from './book.ts'
import type { Book } from './book.ts'
import { clientProposals } from './clientProposals.ts'
import { accountKey, buyerText } from './entry.ts'
import { knownAt } from './knownClients.ts'
import { batchOf, entry, saleKey } from './sampleEntries.ts'
import { client, put } from './sampleShop.ts'
import { settle } from './settle.ts'

const names = ['Ana Quill', 'quill ána', 'Ana', 'Bo Zee', 'Zee, Bo', ''] as const
const mails = ['ana@x.example', 'Ana@X.example', 'bo@x.example', ''] as const
const places = ['', '|', '1010|AT', '2020|AT'] as const
const channels = ['etsy', 'shopify', 'gumroad', 'paypal', 'stripe', 'amazon'] as const

const buyer = fc.record({
  channel: fc.constantFrom(...channels),
  name: fc.constantFrom(...names),
  key: fc.oneof(
    fc.nat(20).map((id) => `user:${id}`),
    fc.constantFrom(...mails).map((mail) => `mail:${mail.toLowerCase()}`),
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...places))
      .map(([name, at]) => `guest:${name}|${at}`),
  ),
  isHidden: fc.boolean(),
})
type Buyer = typeof buyer extends fc.Arbitrary<infer B> ? B : never
const noAddress = { street: '', city: '', region: '' }

function bookOf(buyers: readonly Buyer[]): Book {
  const book = createBook()
  for (const isHidden of [false, true]) {
    const at = addImport(book, { id: String(isHidden), order: 1, visible: true, coverage: [] })
    const sold = [...buyers.entries()]
      .filter(([, one]) => one.isHidden === isHidden)
      .map(([id, { channel, key, name }]) =>
        entry({
          sale: saleKey(id + 1),
          key: [id + 1, 1],
          account: accountKey(channel, 'shop'),
          buyer: buyerText(key, name),
          amount: 100,
        }),
      )
    if (sold.length > 0) addBatch(book, at, batchOf(sold))
    if (isHidden) setVisible(book, at, false)
  }
  settle(book)
  return book
}

/** Everybody compared with everybody. */
function plainly(book: Book) {
  const { records, found } = book.assigned.clients
  const known = Array.from({ length: records.length + found.length }, (_, at) => knownAt(book, at + 1))
  const all = known.flatMap((one) => one ?? [])
  const steps = proposingClients(all, (keys) => book.records.assignments.has(apartId(keys)))
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function inSteps(book: Book) {
  for (;;) {
    const found = clientProposals(book)
    if (found) return found
  }
}

test('whom the steps leave out is in no proposal, whatever is changed between them', () => {
  const records = fc.array(
    fc.record({
      name: fc.constantFrom(...names),
      mails: fc.subarray([...mails]),
      at: fc.constantFrom(...places),
      identities: fc.subarray(channels.map((channel) => ({ channel, key: 'user:1' }))),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(fc.array(buyer, { maxLength: 30 }), records, fc.nat(3), (buyers, written, early) => {
      const book = bookOf(buyers)
      for (let asked = 0; asked < early; asked++) clientProposals(book)
      const changes = written.map(({ at, ...told }, id) => {
        const [postcode = '', country = ''] = at.split('|')
        const addresses = at === '' ? [] : [{ ...noAddress, postcode, country }]
        return put('clients', client({ id: `c${id}`, ...told, addresses }))
      })
      applyRecords(book, changes)
      const found = inSteps(book)
      expect(found).toEqual(plainly(book))
      const [first] = found
      if (!first) return
      const keys = first.keys.toSorted()
      applyRecords(book, [put('assignments', { id: apartId(keys), rejected: true })])
      expect(inSteps(book)).toEqual(plainly(book))
    }),
    { numRuns: 400 },
  )
})
