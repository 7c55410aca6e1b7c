import type { CellValue } from '#shared/sheet/cellValue.ts'
import { defused } from '#shared/sheet/defused.ts'
import type { Format } from '#ui/format/format.ts'
import type { TableColumn } from './columns.ts'

/** More than this is a file, not a clipboard. */
export const mostCopied = 100_000

type Valued<Row> = TableColumn<Row> & { readonly value: (row: Row) => CellValue }
export const valued = <Row>(columns: readonly TableColumn<Row>[]): readonly Valued<Row>[] =>
  columns.filter((column): column is Valued<Row> => column.value !== undefined)

/** A cell as a spreadsheet in the person's language reads it: plain digits, days as `2024-03-28`. */
export function cellText(value: CellValue, format: Format): string {
  if (value === null) return ''
  if (typeof value === 'string') return defused(value)
  if (typeof value === 'number') return format.plainNumber(value)
  return 'day' in value ? value.day : format.plainAmount(value.minor, value.currency)
}

/** Rows for the clipboard, twice: tab-separated text, and a table with the same texts. */
export function createTableText<Row>(columns: readonly TableColumn<Row>[], format: Format) {
  const copied = valued(columns)
  const heads = copied.map(({ header }) => header)
  const plain: string[] = [heads.map(flat).join('\t')]
  const html: string[] = [`<table><thead>${htmlRow('th', heads)}</thead><tbody>`]
  return {
    add: (rows: readonly Row[]) => {
      for (const row of rows) {
        const cells = copied.map(({ value }) => cellText(value(row), format))
        plain.push(cells.map(flat).join('\t'))
        html.push(htmlRow('td', cells))
      }
    },
    plain: () => plain.join('\r\n'),
    html: () => `${html.join('')}</tbody></table>`,
  }
}

/** One cell stays one cell. */
const flat = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ')

const htmlRow = (tag: 'th' | 'td', cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark)
