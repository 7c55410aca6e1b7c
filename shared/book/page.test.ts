import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowInDetails } from './details.ts'
import { kinds, sources, statuses, streams, types } from './entry.ts'
import type { Entry } from './entry.ts'
import { createEntryWriter } from './entryWriter.ts'
import { decodePage, encodePage } from './page.ts'
import { batchOf, entry } from './sampleEntries.ts'

const word = fc.uint32Array({ minLength: 2, maxLength: 2 }).map(([high = 0, low = 0]) => [high, low] as const)
const entries: fc.Arbitrary<Entry> = fc.record({
  sale: word,
  key: word,
  day: fc.integer({ min: -40_000, max: 80_000 }),
  kind: fc.constantFrom(...kinds),
  type: fc.constantFrom(...types),
  status: fc.constantFrom(...statuses),
  source: fc.constantFrom(...sources),
  flags: fc.nat(255),
  account: fc.constantFrom('etsy\u001f', 'shopify\u001fmain'),
  stream: fc.constantFrom(...streams),
  listing: fc.string({ unit: 'grapheme' }),
  buyer: fc.string({ unit: 'grapheme' }),
  label: fc.string(),
  currency: fc.constantFrom('USD', 'EUR', 'JPY'),
  amount: fc.maxSafeInteger(),
  quantity: fc.integer({ min: -9999, max: 9999 }),
  file: fc.nat(65_535),
  row: fc.nat(2_000_000),
})

describe('a page of the book', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 40 }), (list) => {
        const batch = batchOf(list)
        const read = decodePage(encodePage(batch), list.length)
        expect(read).toEqual({ ok: true, value: { ...batch, details: '' } })
      }),
    )
  })

  test('is the same bytes for the same entries, so that a hash can name it', () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 10 }), (list) => {
        expect(encodePage(batchOf(list))).toEqual(encodePage(batchOf(list)))
      }),
    )
  })

  test('keeps a text of half a character as far as it can be read', () => {
    const batch = batchOf([entry({ label: 'a\ud800b', listing: 'é\udc00' })])
    const read = decodePage(encodePage(batch), 1)
    expect(read.ok && read.value.dictionaries.label).toEqual(['', 'a\ufffdb'])
    expect(read.ok && read.value.dictionaries.listing).toEqual(['', 'é\ufffd'])
  })

  test('is damaged when it is cut, empty, or holds another number of entries than it should', () => {
    const bytes = encodePage(batchOf([]))
    expect(decodePage(bytes, 1)).toEqual({ ok: false, error: { code: 'damaged' } })
    expect(decodePage(new Uint8Array(), 1)).toEqual({ ok: false, error: { code: 'damaged' } })
    expect(decodePage(new TextEncoder().encode('not a page'), 1)).toEqual({
      ok: false,
      error: { code: 'damaged' },
    })
  })
})

test('a row is found in the details as it stood in its file', () => {
  const writer = createEntryWriter(3)
  writer.detail(0, 2, ['a', '', 'c, "d"\n'])
  writer.detail(0, 12, ['x'])
  writer.detail(1, 2, ['other'])
  const { details } = writer.take()
  expect(rowInDetails(details, 0, 2)).toEqual(['a', '', 'c, "d"\n'])
  expect(rowInDetails(details, 0, 12)).toEqual(['x'])
  expect(rowInDetails(details, 1, 2)).toEqual(['other'])
  expect(rowInDetails(details, 1, 12)).toBeNull()
})
