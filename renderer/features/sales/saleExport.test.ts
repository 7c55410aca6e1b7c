import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { measureNames, type Measures, type SaleRow } from '#shared/book/questions.ts'
import { byCurrency, saleFileColumns } from './saleExport.ts'

const none = Object.fromEntries(measureNames.map((name) => [name, 0])) as Measures
const sale: SaleRow = {
  key: '1',
  day: '2024-03-28',
  label: '#1001',
  channel: 'etsy',
  account: 'etsy\u001fPetal',
  buyer: 'Zoë',
  title: 'Mug',
  lines: 1,
  units: 2,
  status: 'counted',
  currency: 'USD',
  measures: { ...none, gross: 4000, fees: 350, kept: 3650 },
  hidden: false,
  noted: false,
  tags: [],
  handSale: '',
  client: '',
  others: [{ currency: 'JPY', measures: { ...none, fees: 12, kept: -12 } }],
}
const columns = saleFileColumns(((key: string) => key) as unknown as TFunction<'sales'>)
const cells = (row: SaleRow) => Object.fromEntries(columns.map(({ id, value }) => [id, value(row)]))

test('a file has every figure of a sale, in the currency of the sale', () => {
  expect(cells(sale)).toMatchObject({
    day: { day: '2024-03-28' },
    label: '#1001',
    account: 'Petal',
    units: 2,
    currency: 'USD',
    gross: { minor: 4000, currency: 'USD' },
    fees: { minor: 350, currency: 'USD' },
    kept: { minor: 3650, currency: 'USD' },
  })
  expect(columns).toHaveLength(25)
})

test('a fee in another currency stands in a line of its own, without the pieces again', () => {
  const [, yen] = byCurrency(sale)
  expect(yen && cells(yen)).toMatchObject({
    label: '#1001',
    lines: 0,
    units: 0,
    currency: 'JPY',
    gross: { minor: 0, currency: 'JPY' },
    fees: { minor: 12, currency: 'JPY' },
    kept: { minor: -12, currency: 'JPY' },
  })
})
