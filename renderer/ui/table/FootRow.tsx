import type { TableColumn } from './columns.ts'
import classes from './DataTable.module.css'

type FootRowProps<Row> = {
  readonly columns: readonly TableColumn<Row>[]
  readonly rowIndex: number
  readonly selects: boolean
}

/** The foot of a table: its sums, always in sight. */
export function FootRow<Row>({ columns, rowIndex, selects }: FootRowProps<Row>) {
  return (
    <div role="rowgroup" data-edge className={classes.foot}>
      <div role="row" aria-rowindex={rowIndex} className={classes.line}>
        {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- an empty cell below the boxes */}
        {selects && <div role="gridcell" className={classes.check} />}
        {columns.map(({ id, align, foot }) => (
          <div
            key={id}
            role="gridcell"
            className={`${classes.cell} ${classes.footCell} ${align === 'end' ? classes.end : ''}`}
          >
            {foot}
          </div>
        ))}
      </div>
    </div>
  )
}
