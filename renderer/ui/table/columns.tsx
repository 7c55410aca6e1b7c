import { createColumnHelper, metaHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import classes from './DataTable.module.css'

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
  readonly cell: (row: Row) => ReactNode
  readonly foot?: ReactNode
}

/** A place in the list; its row may still be on its way. */
export type Slot<Row> = { readonly index: number; readonly top: number; readonly row: Row | undefined }

export const features = tableFeatures({
  rowSortingFeature,
  columnMeta: metaHelper<{ readonly end: boolean }>(),
})

export function columnDefs<Row>(columns: readonly TableColumn<Row>[]) {
  const helper = createColumnHelper<typeof features, Slot<Row>>()
  return columns.map((column) =>
    helper.accessor((slot): unknown => slot.row, {
      id: column.id,
      header: column.header,
      enableSorting: column.sorts !== undefined,
      sortDescFirst: column.sorts === 'descending',
      meta: { end: column.align === 'end' },
      cell: ({ row: { original } }) =>
        original.row === undefined ? (
          <div className={classes.waiting} />
        ) : (
          <div className={column.wraps ? classes.twoLines : classes.text}>{column.cell(original.row)}</div>
        ),
      footer: () => column.foot,
    }),
  )
}
