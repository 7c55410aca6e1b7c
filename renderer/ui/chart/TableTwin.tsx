import { ScrollArea, Table } from '@mantine/core'
import type { ChartTable } from './table.ts'
import classes from './chart.module.css'

/** A chart's figures as a table. */
export function TableTwin({
  table,
  label,
  height,
}: {
  readonly table: ChartTable
  readonly label: string
  readonly height: number
}) {
  return (
    <ScrollArea.Autosize
      mah={height}
      mih={height}
      type="auto"
      offsetScrollbars="present"
      viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': label }}
    >
      <Table
        className={classes.table}
        fz={13}
        verticalSpacing={6}
        stickyHeader
        highlightOnHover
        aria-label={label}
      >
        <Table.Thead>
          <Table.Tr>
            {table.columns.map(({ label: name, numeric }) => (
              <Table.Th key={name} scope="col" ta={numeric ? 'end' : 'start'}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map(({ key, cells, onOpen }) => (
            <Table.Tr key={key}>
              {cells.map((cell, at) => (
                <Table.Td key={table.columns[at]?.label} ta={table.columns[at]?.numeric ? 'end' : 'start'}>
                  {at === 0 && onOpen ? (
                    <button type="button" className={classes.open} onClick={onOpen}>
                      {cell}
                    </button>
                  ) : (
                    cell
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
