import { expect, test } from 'vitest'
import { createFormat } from '#ui/format/format.ts'
import type { TableColumn } from './columns.ts'
import { createTableText } from './tableText.ts'

type Row = { readonly day: string; readonly note: string; readonly minor: number }
const columns: readonly TableColumn<Row>[] = [
  { id: 'day', header: 'Date', width: '1fr', cell: () => null, value: ({ day }) => ({ day }) },
  { id: 'drawn', header: 'Only drawn', width: '1fr', cell: () => null },
  { id: 'note', header: 'Note', width: '1fr', cell: () => null, value: ({ note }) => note },
  {
    id: 'kept',
    header: 'Kept',
    width: '1fr',
    cell: () => null,
    value: ({ minor }) => ({ minor, currency: 'EUR' }),
  },
]
function copied(rows: readonly Row[], locale = 'en-US') {
  const text = createTableText(columns, createFormat(locale))
  text.add(rows)
  return { plain: text.plain(), html: text.html() }
}

test('rows are copied with their heads, days and amounts as a spreadsheet reads them', () => {
  const rows = [{ day: '2024-03-28', note: 'Mug', minor: -123450 }]
  expect(copied(rows).plain).toBe('Date\tNote\tKept\r\n2024-03-28\tMug\t-1234.50')
  expect(copied(rows, 'de-DE').plain).toBe('Date\tNote\tKept\r\n2024-03-28\tMug\t-1234,50')
})

test('a cell stays one cell, and none is a formula', () => {
  const note = '=1+1\t"two"\nlines'
  expect(copied([{ day: '2024-03-28', note, minor: 0 }]).plain).toBe(
    `Date\tNote\tKept\r\n2024-03-28\t'=1+1 "two" lines\t0.00`,
  )
})

test('the table beside the text holds text alone', () => {
  const note = `<img src=x onerror="alert('x')">&`
  expect(copied([{ day: '2024-03-28', note, minor: 1 }]).html).toBe(
    '<table><thead><tr><th>Date</th><th>Note</th><th>Kept</th></tr></thead><tbody><tr><td>2024-03-28</td>' +
      '<td>&lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt;&amp;</td><td>0.01</td></tr></tbody></table>',
  )
})
