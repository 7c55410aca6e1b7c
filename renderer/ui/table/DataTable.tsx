import { Table } from '@mantine/core'
import { useTable } from '@tanstack/react-table'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { columnDefs, features, type Slot, type TableColumn } from './columns.tsx'
import classes from './DataTable.module.css'
import type { RowSource } from './rowCache.ts'
import { SortHeader } from './SortHeader.tsx'
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
  const {
    label,
    columns,
    source,
    question,
    sort,
    onSort,
    onOpen,
    rowId,
    selected,
    empty,
    rowHeight = 36,
  } = props
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const [active, setActive] = useState(0)
  const [placed, setPlaced] = useState(question)
  const { total, row, want, stale } = useRows(source)
  const hasFoot = columns.some((column) => column.foot !== undefined)
  const scroll = useLongScroll(box, total ?? placeholders, rowHeight)

  const first = scroll.rows[0]?.index ?? 0
  const last = scroll.rows.at(-1)?.index ?? 0
  const isNew = placed !== question
  useEffect(() => (isNew ? want(0, last - first) : want(first, last)), [want, isNew, first, last])
  useLayoutEffect(() => {
    if (!isNew || stale) return
    // The answer to another question is here: it is read from its first row.
    setPlaced(question)
    setActive(0)
    scroll.toTop()
    // oxlint-disable-next-line react/exhaustive-deps -- how to scroll is new with every render
  }, [isNew, stale, question])

  const slots: Slot<Row>[] = scroll.rows.map(({ index, top }) => ({ index, top, row: row(index) }))
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

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== event.currentTarget || !total || event.altKey || event.metaKey) return
    const opened = row(active)
    if (event.key === 'Enter' && opened !== undefined) onOpen?.(opened)
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const target = Math.min(Math.max(step(active, scroll.page(), total), 0), total - 1)
    setActive(target)
    scroll.reveal(target)
  }
  const rowState = (slot: Slot<Row>) => ({
    id: `${id}-${slot.index}`,
    'aria-rowindex': slot.index + 2,
    'aria-selected': slot.row !== undefined && rowId(slot.row) === selected,
    'data-active': slot.index === active || undefined,
    className: `${classes.line} ${classes.row} ${onOpen === undefined ? classes.still : ''}`,
    style: { height: rowHeight, transform: `translateY(${slot.top}px)` },
    onClick: () => {
      setActive(slot.index)
      if (slot.row !== undefined) onOpen?.(slot.row)
    },
  })
  const cellClass = (end: boolean | undefined) => `${classes.cell} ${end ? classes.end : ''}`
  return (
    <div ref={box} className={classes.box} onScroll={scroll.onScroll}>
      <Table
        role="grid"
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + (hasFoot ? 2 : 1)}
        aria-colcount={columns.length}
        aria-busy={total === null || stale}
        aria-activedescendant={
          total !== null && active >= first && active <= last && active < total
            ? `${id}-${active}`
            : undefined
        }
        tabIndex={0}
        onKeyDown={onKeyDown}
        className={classes.table ?? ''}
        __vars={{ '--table-columns': columns.map((column) => column.width).join(' ') }}
      >
        <Table.Thead role="rowgroup" className={classes.head ?? ''}>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id} role="row" aria-rowindex={1} className={classes.line ?? ''}>
              {group.headers.map((header) => (
                <SortHeader
                  key={header.id}
                  title={String(header.column.columnDef.header)}
                  end={header.column.columnDef.meta?.end === true}
                  sorted={header.column.getIsSorted()}
                  onToggle={
                    onSort !== undefined && header.column.getCanSort()
                      ? () => header.column.toggleSorting()
                      : null
                  }
                />
              ))}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody
          role="rowgroup"
          className={`${classes.body} ${stale ? classes.stale : ''}`}
          style={{ height: scroll.height }}
        >
          {table.getRowModel().rows.map((line) => (
            <Table.Tr key={line.id} role="row" {...rowState(line.original)}>
              {line.getAllCells().map((cell) => (
                <Table.Td
                  key={cell.id}
                  role="gridcell"
                  className={cellClass(cell.column.columnDef.meta?.end)}
                >
                  <table.FlexRender cell={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {hasFoot && total !== 0 && (
          <Table.Tfoot role="rowgroup" className={classes.foot ?? ''}>
            {table.getFooterGroups().map((group) => (
              <Table.Tr
                key={group.id}
                role="row"
                aria-rowindex={(total ?? 0) + 2}
                className={classes.line ?? ''}
              >
                {group.headers.map((header) => (
                  <Table.Td
                    key={header.id}
                    role="gridcell"
                    className={`${cellClass(header.column.columnDef.meta?.end)} ${classes.footCell}`}
                  >
                    <table.FlexRender footer={header} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tfoot>
        )}
      </Table>
      {total === 0 && <div className={classes.empty}>{empty}</div>}
    </div>
  )
}
