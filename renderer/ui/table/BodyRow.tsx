import { Table } from '@mantine/core'
import { flexRender, type Row } from '@tanstack/react-table'
import { memo } from 'react'
import type { features, Slot } from './columns.tsx'
import classes from './DataTable.module.css'

type BodyRowProps<T> = {
  readonly id: string
  readonly line: Row<typeof features, Slot<T>>
  /** The columns the line was made with. */
  readonly columns: unknown
  readonly height: number
  readonly active: boolean
  readonly selected: boolean
  readonly opens: boolean
}

function DrawnRow<T>({ id, line, height, active, selected, opens }: BodyRowProps<T>) {
  const { index, top } = line.original
  return (
    <Table.Tr
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-active={active || undefined}
      className={`${classes.line} ${classes.row} ${opens ? '' : classes.still}`}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {line.getAllCells().map((cell) => (
        <Table.Td
          key={cell.id}
          role="gridcell"
          className={`${classes.cell} ${cell.column.columnDef.meta?.end ? classes.end : ''}`}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

/** Scrolling draws only the rows that come into sight: a line is new each time, but what it shows is not. */
export const BodyRow = memo(DrawnRow, (before, after) => {
  const [one, two] = [before.line.original, after.line.original]
  const isSameRow = one.row === two.row && one.index === two.index && one.top === two.top
  const { columns, height, active, selected, opens } = after
  const isSameLook = before.columns === columns && before.height === height && before.opens === opens
  return isSameRow && isSameLook && before.active === active && before.selected === selected
}) as typeof DrawnRow
