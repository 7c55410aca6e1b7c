import { expect, test } from 'vitest'
import { addBatch, addImport, createBook } from '#shared/book/book.ts'
import { settle } from '#shared/book/settle.ts'
import { summary } from '#shared/book/summary.ts'
import { totals } from '#shared/book/totals.ts'
import { readFile } from '#shared/reading/readFile.ts'
import { etsyItems } from './etsyItems.ts'
import type { Expected } from './expected.ts'
import { columns, shopifyOrders } from './shopifyOrders.ts'

/** All of a generator's text, and what it counted on the way. */
function whole(texts: Generator<string, Expected>): { readonly text: string; readonly expected: Expected } {
  let text = ''
  for (let next = texts.next(); ; next = texts.next()) {
    if (next.done === true) return { text, expected: next.value }
    text += next.value
  }
}

/** Reads the text as the app does. */
async function bookOf(text: string) {
  const book = createBook()
  const index = addImport(book, { id: 'import', order: 1, visible: true, coverage: [] })
  const open = async function* () {
    yield new TextEncoder().encode(text)
  }
  const reading = readFile(open, { file: 0, account: '', entriesPerBatch: 500 })
  for (let next = await reading.next(); ; next = await reading.next()) {
    if (next.done === true) {
      settle(book)
      return { book, report: next.value }
    }
    addBatch(book, index, next.value)
  }
}

test.each([
  ['Etsy items', () => etsyItems(3000, 7)],
  ['Shopify orders', () => shopifyOrders(1500, 7)],
] as const)('generated %s hold exactly what the generator says', async (_name, generate) => {
  const { text, expected } = whole(generate())
  const { book, report } = await bookOf(text)
  expect(report).toMatchObject({
    ok: true,
    value: { rows: expected.rows, refused: [], from: expected.from, to: expected.to },
  })
  const { sales, lines, units, buyers, listings, counted, uncounted } = summary(book)
  expect({ sales, lines, units, buyers, listings }).toEqual({
    sales: expected.sales,
    lines: expected.lines,
    units: expected.units,
    buyers: expected.buyers,
    listings: expected.listings,
  })
  expect(counted['USD']).toMatchObject(expected.counted)
  if (expected.uncounted.gross > 0) expect(uncounted['USD']).toMatchObject(expected.uncounted)
  const months = totals(book, {}, { by: 'none', bucket: 'month' }, {})
  const found = months.map(({ bucket, sales: count, measures: { gross, kept } }) => [
    bucket,
    { sales: count, gross, kept },
  ])
  expect(Object.fromEntries(found)).toEqual(expected.months)
})

test('generated Etsy items have exactly the lines asked for, whatever the last order would hold', () => {
  for (const lines of [0, 1, 2, 3, 4, 5, 100]) {
    const { text, expected } = whole(etsyItems(lines, 3))
    expect(expected.lines).toBe(lines)
    expect(expected.rows).toBe(lines)
    expect(text.startsWith('"Sale Date","Item Name",Buyer,')).toBe(true)
  }
})

test('generated Shopify orders have the 79 columns of today’s export', () => {
  expect(new Set(columns).size).toBe(79)
})

test('the same seed writes the same file, another seed another', () => {
  const [one, again, other] = [whole(etsyItems(50, 1)), whole(etsyItems(50, 1)), whole(etsyItems(50, 2))]
  expect(again).toEqual(one)
  expect(other.text).not.toBe(one.text)
})
