import { Table, UnstyledButton } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import classes from './DataTable.module.css'

type SortHeaderProps = {
  readonly title: string
  readonly end: boolean
  readonly sorted: 'asc' | 'desc' | false
  /** null: a column that cannot be sorted. */
  readonly onToggle: (() => void) | null
}

export function SortHeader({ title, end, sorted, onToggle }: SortHeaderProps) {
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp
  return (
    <Table.Th
      role="columnheader"
      aria-sort={
        onToggle === null
          ? undefined
          : sorted === 'asc'
            ? 'ascending'
            : sorted === 'desc'
              ? 'descending'
              : 'none'
      }
      className={`${classes.cell} ${classes.header} ${end ? classes.end : ''}`}
    >
      {onToggle === null ? (
        <div className={classes.text}>{title}</div>
      ) : (
        <UnstyledButton
          fz="inherit"
          className={classes.sort}
          data-sorted={sorted || undefined}
          onClick={onToggle}
        >
          <span className={classes.text}>{title}</span>
          {sorted && <Arrow size={13} aria-hidden style={{ flex: 'none' }} />}
        </UnstyledButton>
      )}
    </Table.Th>
  )
}
