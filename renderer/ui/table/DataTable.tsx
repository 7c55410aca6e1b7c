import { Table } from '@mantine/core'
import { useTable } from '@tanstack/react-table'
import { useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { BodyRow } from './BodyRow.tsx'
import { columnDefs, features, type Slot, type TableColumn } from './columns.tsx'
import classes from './DataTable.module.css'
import { FootRows, HeadRows } from './EdgeRows.tsx'
import type { RowSource } from './rowCache.ts'
import { useLongScroll } from './useLongScroll.ts'
import { useRows } from './useRows.ts'

export type TableSort = { readonly by: string; readonly descending: boolean }
export type DataTableProps<Row> = {
  /** What the rows are, for those who do not see them. */
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rowId: (row: Row) => string
  /** A new function is a new look at the same question; it must be stable between renders. */
  readonly source: RowSource<Row>
  /** When it changes, the list starts again at its first row. */
  readonly question: string
  readonly sort?: TableSort
  readonly onSort?: (sort: TableSort) => void
  readonly selected?: string | undefined
  /** Enter or a click. */
  readonly onOpen?: (row: Row) => void
  readonly empty: ReactNode
  readonly rowHeight?: number
}

const placeholders = 12
/** Where each key goes from the row that is active. */
const steps: Readonly<Record<string, (active: number, page: number, total: number) => number>> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  PageDown: (active, page) => active + page,
  PageUp: (active, page) => active - page,
  Home: () => 0,
  End: (_active, _page, total) => total - 1,
}

/** One table for every long list: from no row to millions, fetched by the screenful, the same by mouse and by keyboard. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, source, question, onOpen, rowId, selected, empty, rowHeight = 36 } = props
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const [active, setActive] = useState(0)
  const { total, row, want, stale } = useRows(source)
  const scroll = useLongScroll(box, total ?? placeholders, rowHeight)
  const [first, last] = [scroll.rows[0]?.index ?? 0, scroll.rows.at(-1)?.index ?? 0]
  const isNew = useFirstRow(question, stale, () => {
    setActive(0)
    scroll.toTop()
  })
  useEffect(() => (isNew ? want(0, last - first) : want(first, last)), [want, isNew, first, last])

  const table = useSortedTable(
    props,
    scroll.rows.map(({ index, top }) => ({ index, top, row: row(index) })),
  )
  const open = (index: number) => {
    const opened = row(index)
    if (opened !== undefined) onOpen?.(opened)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== event.currentTarget || !total || event.altKey || event.metaKey) return
    if (event.key === 'Enter') open(active)
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const target = Math.min(Math.max(step(active, scroll.page(), total), 0), total - 1)
    setActive(target)
    scroll.reveal(target)
  }
  const onClick = ({ target }: MouseEvent<HTMLTableElement>) => {
    const line = target instanceof Element ? target.closest('[data-index]') : null
    if (line === null) return
    const index = Number(line.getAttribute('data-index'))
    setActive(index)
    open(index)
  }
  const hasFoot = total !== 0 && columns.some((column) => column.foot !== undefined)
  const isShown = total !== null && active >= first && active <= last && active < total
  return (
    <div ref={box} className={classes.box} onScroll={scroll.onScroll}>
      <Table
        role="grid"
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + (hasFoot ? 2 : 1)}
        aria-colcount={columns.length}
        aria-busy={total === null || stale}
        aria-activedescendant={isShown ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        className={classes.table ?? ''}
        __vars={{ '--table-columns': columns.map((column) => column.width).join(' ') }}
      >
        <HeadRows table={table} sorts={props.onSort !== undefined} />
        <Table.Tbody
          role="rowgroup"
          className={`${classes.body} ${stale ? classes.stale : ''}`}
          style={{ height: scroll.height }}
        >
          {table.getRowModel().rows.map((line) => (
            <BodyRow
              key={line.id}
              id={`${id}-${line.original.index}`}
              line={line}
              columns={columns}
              height={rowHeight}
              active={line.original.index === active}
              selected={line.original.row !== undefined && rowId(line.original.row) === selected}
              opens={onOpen !== undefined}
            />
          ))}
        </Table.Tbody>
        {hasFoot && <FootRows table={table} rowIndex={(total ?? 0) + 2} />}
      </Table>
      {total === 0 && <div className={classes.empty}>{empty}</div>}
    </div>
  )
}

/** TanStack's model of the rows in sight; sorting is the source's work. */
function useSortedTable<Row>({ columns, sort, onSort }: DataTableProps<Row>, slots: Slot<Row>[]) {
  const table = useTable({
    features,
    columns: useMemo(() => columnDefs(columns), [columns]),
    data: slots,
    getRowId: (slot) => String(slot.index),
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting: sort === undefined ? [] : [{ id: sort.by, desc: sort.descending }] },
    onSortingChange: (update) => {
      const [next] = typeof update === 'function' ? update(table.state.sorting) : update
      if (next !== undefined) onSort?.({ by: next.id, descending: next.desc })
    },
  })
  return table
}

/** The answer to another question is read from its first row; until it is here, the list stays where it was. */
function useFirstRow(question: string, stale: boolean, toFirst: () => void): boolean {
  const [placed, setPlaced] = useState(question)
  const isNew = placed !== question
  const place = useEffectEvent(toFirst)
  useLayoutEffect(() => {
    if (!isNew || stale) return
    setPlaced(question)
    place()
  }, [isNew, stale, question])
  return isNew
}
