import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { decimalText } from '#shared/money/decimalText.ts'
import { readAll } from './readAll.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../tests/fixtures/commerce/${name}`, import.meta.url), 'utf8')
const files = [
  'shopify-orders-2024.csv',
  'etsy-sold-order-items-2024.csv',
  'etsy_statement_2025_7_de.csv',
  'etsy-sold-orders-2023-resaved.tsv.csv',
]

test.each(files)('%s is the same wherever its bytes, its text and its batches are cut', async (file) => {
  const content = fixture(file)
  const whole = await readAll(content)
  const sizes = {
    bytes: fc.integer({ min: 1, max: 300 }),
    characters: fc.integer({ min: 1, max: 5000 }),
    entries: fc.integer({ min: 1, max: 50 }),
  }
  await fc.assert(
    fc.asyncProperty(
      sizes.bytes,
      sizes.characters,
      sizes.entries,
      async (bytes, charactersPerPiece, entriesPerBatch) => {
        const cut = await readAll(content, bytes, { charactersPerPiece, entriesPerBatch })
        expect(cut.entries).toEqual(whole.entries)
        expect(cut.details).toEqual(whole.details)
        expect(cut.result).toMatchObject({ ok: whole.result.ok })
      },
    ),
    { numRuns: 8 },
  )
})

const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/\p{Cc}/gu, ' '))
const cents = fc.integer({ min: 0, max: 10_000_000 })
const row = fc.record({
  title: cell,
  name: cell,
  street: fc.array(cell, { maxLength: 3 }),
  price: cents,
  quantity: fc.integer({ min: 1, max: 999 }),
  discount: cents,
})
const newline = fc.constantFrom('\n', '\r\n')
const delimiter = fc.constantFrom(',', ';', '\t', '|')

test('whatever names, addresses and amounts are written into an export are read from it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      newline,
      delimiter,
      fc.integer({ min: 1, max: 200 }),
      async (rows, line, between, chunk) => {
        const data = rows.map((one, at) => ({
          'Sale Date': '03/28/24',
          'Item Name': one.title,
          Buyer: `${one.name} (user${at})`,
          'Ship Address1': one.street.join('\n'),
          Quantity: String(one.quantity),
          Price: decimalText(one.price, 'USD'),
          'Discount Amount': decimalText(one.discount, 'USD'),
          'Item Total': '',
          Currency: 'USD',
          'Transaction ID': String(4_200_000_000 + at),
          'Listing ID': '1410000001',
          'Order ID': String(3_100_000_000 + at),
        }))
        const { entries, result } = await readAll(
          Papa.unparse(data, { delimiter: between, newline: line }),
          chunk,
          { charactersPerPiece: chunk },
        )
        expect(result).toMatchObject({
          ok: true,
          value: { rows: rows.length, refused: [], delimiter: between },
        })
        const lines = entries.filter(({ kind }) => kind === 'line')
        expect(lines.map(({ amount, quantity, row: number }) => [amount, quantity, number])).toEqual(
          rows.map((one, at) => [one.price * one.quantity, one.quantity, at + 2]),
        )
        const discounts = entries.filter(({ kind }) => kind === 'discount').map(({ amount }) => amount)
        expect(discounts).toEqual(rows.flatMap((one) => (one.discount === 0 ? [] : [-one.discount])))
        expect(lines.map(({ buyer }) => buyer.split('\u001f')[0])).toEqual(
          rows.map((_, at) => `user:user${at}`),
        )
      },
    ),
    { numRuns: 25 },
  )
})
