import { Table } from '@mantine/core'
import type { ReactTable } from '@tanstack/react-table'
import type { features, Slot } from './columns.tsx'
import classes from './DataTable.module.css'
import { SortHeader } from './SortHeader.tsx'

type Model<T> = ReactTable<typeof features, Slot<T>>

/** The head of a table: it stays in sight, and sorts. */
export function HeadRows<T>({ table, sorts }: { readonly table: Model<T>; readonly sorts: boolean }) {
  return (
    <Table.Thead role="rowgroup" className={classes.head ?? ''}>
      {table.getHeaderGroups().map((group) => (
        <Table.Tr key={group.id} role="row" aria-rowindex={1} className={classes.line ?? ''}>
          {group.headers.map(({ id, column }) => (
            <SortHeader
              key={id}
              title={String(column.columnDef.header)}
              end={column.columnDef.meta?.end === true}
              sorted={column.getIsSorted()}
              onToggle={sorts && column.getCanSort() ? () => column.toggleSorting() : null}
            />
          ))}
        </Table.Tr>
      ))}
    </Table.Thead>
  )
}

/** The foot of a table: its sums, always in sight. */
export function FootRows<T>({ table, rowIndex }: { readonly table: Model<T>; readonly rowIndex: number }) {
  return (
    <Table.Tfoot role="rowgroup" className={classes.foot ?? ''}>
      {table.getFooterGroups().map((group) => (
        <Table.Tr key={group.id} role="row" aria-rowindex={rowIndex} className={classes.line ?? ''}>
          {group.headers.map((header) => (
            <Table.Td
              key={header.id}
              role="gridcell"
              className={`${classes.cell} ${classes.footCell} ${header.column.columnDef.meta?.end ? classes.end : ''}`}
            >
              <table.FlexRender footer={header} />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tfoot>
  )
}
