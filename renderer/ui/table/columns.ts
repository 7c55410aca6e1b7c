import type { ReactNode } from 'react'
import type { ColumnLayout } from '#shared/list/listState.ts'
import type { CellValue } from '#shared/sheet/cellValue.ts'

export type TableColumn<Row> = {
  readonly id: string
  readonly header: string
  /** A CSS grid track: `minmax(140px, 2fr)`. */
  readonly width: string
  readonly align?: 'end'
  /** Long text goes on in a second line; the rows must be high enough. */
  readonly wraps?: true
  /** Which way the first click sorts; without it the column cannot be sorted. */
  readonly sorts?: 'ascending' | 'descending'
  /** Shown only once a person chooses it. */
  readonly optional?: true
  /** Cannot be hidden: what a row is found again by. */
  readonly fixed?: true
  readonly cell: (row: Row) => ReactNode
  /** What is copied and exported; without it the column is left out there. */
  readonly value?: (row: Row) => CellValue
  readonly foot?: ReactNode
}

type Arranged = Pick<TableColumn<unknown>, 'id' | 'optional' | 'fixed'>

export const isShown = (column: Arranged, { visible }: ColumnLayout): boolean =>
  column.fixed === true || (visible[column.id] ?? column.optional !== true)

/** All columns from left to right. One that was never moved stands behind the one it was designed to stand behind. */
export function inOrder<C extends Arranged>(columns: readonly C[], { order }: ColumnLayout): readonly C[] {
  if (order.length === 0) return columns
  const placed = order.flatMap((id) => columns.filter((column) => column.id === id))
  columns.forEach((column, at) => {
    if (order.includes(column.id)) return
    const before = columns[at - 1]
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, column)
  })
  return placed
}

/** The columns that are drawn, from left to right. */
export const shownColumns = <C extends Arranged>(columns: readonly C[], layout: ColumnLayout): readonly C[] =>
  inOrder(columns, layout).filter((column) => isShown(column, layout))

/** The grid's tracks: widths a person chose, else the designed ones. */
export const tracks = <Row>(columns: readonly TableColumn<Row>[], { widths }: ColumnLayout): string =>
  columns
    .map(({ id, width }) => {
      const chosen = widths[id]
      return chosen === undefined ? width : `${chosen}px`
    })
    .join(' ')

/** A column one place to the left (-1) or right (1). */
export function moved(
  columns: readonly Arranged[],
  layout: ColumnLayout,
  id: string,
  by: -1 | 1,
): ColumnLayout {
  const order = inOrder(columns, layout).map((column) => column.id)
  const from = order.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return layout
  order.splice(to, 0, ...order.splice(from, 1))
  return { ...layout, order }
}

export const withShown = (layout: ColumnLayout, id: string, shown: boolean): ColumnLayout => ({
  ...layout,
  visible: { ...layout.visible, [id]: shown },
})

const narrowest = 44
const widest = 1200
export const withWidths = (layout: ColumnLayout, widths: Readonly<Record<string, number>>): ColumnLayout => ({
  ...layout,
  widths: {
    ...layout.widths,
    ...Object.fromEntries(Object.entries(widths).map(([id, width]) => [id, possibleWidth(width)])),
  },
})
export const possibleWidth = (width: number): number =>
  Math.round(Math.min(Math.max(width, narrowest), widest))
