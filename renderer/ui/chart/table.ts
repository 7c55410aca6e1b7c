import { csvRecord } from '#shared/sheet/csvRecord.ts'

/** The twin of a chart: the same figures as rows, to read, to open and to save. */
export type ChartTable = {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[]
  readonly rows: readonly ChartRow[]
}
export type ChartRow = {
  readonly key: string
  /** As a person reads them. */
  readonly cells: readonly string[]
  /** As a program reads them: plain numbers, ISO days. */
  readonly raw: readonly (string | number)[]
  /** Opens what is behind the row. */
  readonly onOpen?: (() => void) | undefined
}

export const csvOf = ({ columns, rows }: ChartTable): string =>
  [columns.map(({ label }) => label), ...rows.map(({ raw }) => raw)].map(csvRecord).join('')
