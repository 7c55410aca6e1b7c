import { memo, type ReactNode } from 'react'
import type { TableColumn } from './columns.ts'
import classes from './DataTable.module.css'

type CellsProps<Row> = {
  /** undefined while it is on its way. */
  readonly row: Row | undefined
  readonly columns: readonly TableColumn<Row>[]
}
export type BodyRowProps<Row> = CellsProps<Row> & {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  readonly active: boolean
  readonly selected: boolean
  /** It is open beside the list. */
  readonly opened: boolean
  readonly selects: boolean
  readonly opens: boolean
}

/** Plain elements without a component for each cell: a screenful is drawn anew with every sort and filter. */
function DrawnRow<Row>(props: BodyRowProps<Row>) {
  const { id, index, top, height, active, selected, opened, selects, opens, row, columns } = props
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selects ? selected : undefined}
      aria-current={opened || undefined}
      data-index={index}
      data-active={active || undefined}
      className={`${classes.line} ${classes.row} ${opens ? '' : classes.still}`}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {selects && (
        // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the row says whether it is selected
        <div role="gridcell" className={classes.check} data-check>
          <span className={classes.mark} aria-hidden />
        </div>
      )}
      <RowCells row={row} columns={columns} />
    </div>
  )
}

function DrawnCells<Row>({ row, columns }: CellsProps<Row>) {
  return columns.map((column) => (
    <div
      key={column.id}
      role="gridcell"
      data-column={column.id}
      className={column.align === 'end' ? `${classes.cell} ${classes.end}` : classes.cell}
    >
      {row === undefined ? (
        <div className={classes.waiting} />
      ) : (
        <div className={column.wraps ? classes.twoLines : classes.text}>{column.cell(row)}</div>
      )}
    </div>
  ))
}

/** Moving, selecting and opening change a row's look, never its cells. */
const RowCells = memo(DrawnCells) as <Row>(props: CellsProps<Row>) => ReactNode
export const BodyRow = memo(DrawnRow) as typeof DrawnRow
