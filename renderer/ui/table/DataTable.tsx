import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import { asDesigned, type ColumnLayout } from '#shared/list/listState.ts'
import { isSelected, only, type Selection } from '#shared/list/selection.ts'
import { BodyRow } from './BodyRow.tsx'
import { shownColumns, type TableColumn } from './columns.ts'
import classes from './DataTable.module.css'
import { FootRow } from './FootRow.tsx'
import { HeadRow, type TableSort } from './HeadRow.tsx'
import { gridTracks } from './resize.ts'
import type { RowAction, RowTarget } from './rowActions.ts'
import type { RowSource } from './rowCache.ts'
import { RowMenu } from './RowMenu.tsx'
import { keysBetween } from './rowsOf.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useCopy } from './useCopy.ts'
import { useGridKeys } from './useGridKeys.ts'
import type { StartAt } from './useList.ts'
import { useLongScroll } from './useLongScroll.ts'
import { useRows } from './useRows.ts'
import { useSelecting } from './useSelecting.ts'

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
  /** Order, choice and widths of the columns as the person made them; with `onLayout` they can be changed here. */
  readonly layout?: ColumnLayout
  readonly onLayout?: (layout: ColumnLayout) => void
  /** With it, rows can be selected: by mouse, by keyboard, and all that match. */
  readonly onSelection?: (selection: Selection) => void
  readonly selection?: Selection
  /** Sums of what is selected, for the bar at the foot. */
  readonly selectionSums?: ReactNode
  /** The selected rows in the order of the list, for copying; without it the whole list is walked for them. */
  readonly selectedRows?: (selection: Selection) => RowSource<Row>
  /** What can be done with rows; asked for when their menu or the bar is drawn. */
  readonly actions?: (target: RowTarget<Row>) => readonly RowAction[]
  /** Where the list was left; read once. */
  readonly startAt?: StartAt | null
  readonly onPlace?: (place: StartAt) => void
  /** Key of the row that is open beside the list. */
  readonly opened?: string | undefined
  /** Enter or a click. */
  readonly onOpen?: (row: Row) => void
  readonly empty: ReactNode
  readonly rowHeight?: number
}

const placeholders = 12
const noActions = () => []

/** One table for every long list: from no row to millions, fetched by the screenful, the same by mouse and by keyboard. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, source, onOpen, rowId, opened, empty, rowHeight = 36, layout = asDesigned } = props
  const { onLayout, actions = noActions } = props
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const columns = useShown(props.columns, layout)
  const { total, row, want, stale } = useRows(source)
  const scroll = useLongScroll(box, total ?? placeholders, rowHeight)
  const [first, last] = [scroll.rows[0]?.index ?? 0, scroll.rows.at(-1)?.index ?? 0]
  const { active, setActive, isNew, start } = usePlace(props, total, stale, first, scroll)
  useEffect(() => {
    const from = isNew ? 0 : (start ?? first)
    want(from, from + last - first)
  }, [want, isNew, start, first, last])

  const keyAt = (index: number) => {
    const there = row(index)
    return there === undefined ? undefined : rowId(there)
  }
  const { selection, ...selecting } = useSelecting({
    total: total ?? 0,
    selection: props.selection,
    onSelection: props.onSelection,
    keyAt,
    keysBetween: (from, to) => keysBetween({ source, rowId, row }, from, to),
  })
  const { selects, count } = selecting
  const copy = useCopy({ columns, source, rowId, selectedRows: props.selectedRows })
  const whole: RowTarget<Row> = { selection, count, row: undefined }
  /** The selection where the row is part of it, else the row alone. */
  const targetAt = (index: number): RowTarget<Row> | null => {
    const there = row(index)
    if (there === undefined) return null
    const key = rowId(there)
    if (count > 0 && isSelected(selection, key)) return count === 1 ? { ...whole, row: there } : whole
    return { selection: only(key), count: 1, row: there }
  }
  const open = (index: number) => {
    const there = row(index)
    if (there !== undefined) onOpen?.(there)
  }
  const handlers = useGridKeys({
    total: total ?? 0,
    active,
    move: (index) => {
      setActive(index)
      scroll.reveal(index)
    },
    setActive,
    page: scroll.page,
    open,
    opens: onOpen !== undefined,
    selecting,
    copy: () => {
      const target = count > 0 ? whole : targetAt(active)
      if (target !== null) void copy.copyRows(target)
    },
    menuAt: (index) => openMenuAt(document.getElementById(`${id}-${index}`)),
  })
  const hasFoot = total !== 0 && columns.some((column) => column.foot !== undefined)
  const isShown = total !== null && active >= first && active <= last && active < total
  const style: CSSProperties & Record<'--table-columns', string> = {
    '--table-columns': gridTracks(columns, layout, selects),
  }
  return (
    <div className={classes.frame}>
      <div ref={box} className={classes.box} onScroll={scroll.onScroll}>
        <RowMenu
          columns={columns}
          targetAt={targetAt}
          rowAt={row}
          actions={actions}
          copy={copy}
          onActive={setActive}
          {...(selects ? { onSelectAll: selecting.selectAll } : {})}
        >
          {(onContextMenu) => (
            <div
              onContextMenu={onContextMenu}
              role="grid"
              aria-label={label}
              aria-rowcount={total === null ? -1 : total + (hasFoot ? 2 : 1)}
              aria-colcount={columns.length + (selects ? 1 : 0)}
              aria-multiselectable={selects || undefined}
              aria-busy={total === null || stale}
              aria-activedescendant={isShown ? `${id}-${active}` : undefined}
              tabIndex={0}
              {...handlers}
              className={classes.table}
              data-selects={count > 0 || undefined}
              style={style}
            >
              <HeadRow
                columns={columns}
                layout={layout}
                onLayout={onLayout}
                sort={props.sort}
                onSort={props.onSort}
                selected={selects ? selecting.state : undefined}
                onSelectAll={(all) => (all ? selecting.selectAll() : selecting.clear())}
              />
              <div
                role="rowgroup"
                className={stale ? `${classes.body} ${classes.stale}` : classes.body}
                style={{ height: scroll.height }}
              >
                {scroll.rows.map(({ index, top }) => {
                  const there = row(index)
                  const key = there === undefined ? undefined : rowId(there)
                  return (
                    <BodyRow
                      key={index}
                      id={`${id}-${index}`}
                      row={there}
                      index={index}
                      top={top}
                      columns={columns}
                      height={rowHeight}
                      active={index === active}
                      selected={selects && key !== undefined && isSelected(selection, key)}
                      opened={key !== undefined && key === opened}
                      selects={selects}
                      opens={onOpen !== undefined}
                    />
                  )
                })}
              </div>
              {hasFoot && <FootRow columns={columns} rowIndex={(total ?? 0) + 2} selects={selects} />}
            </div>
          )}
        </RowMenu>
        {total === 0 && <div className={classes.empty}>{empty}</div>}
      </div>
      {selects && (
        <SelectionBar
          count={count}
          total={total ?? 0}
          sums={props.selectionSums}
          actions={count > 0 ? actions(whole) : []}
          onCopy={() => void copy.copyRows(whole)}
          onSelectAll={selecting.selectAll}
          onClear={() => {
            selecting.clear()
            box.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
          }}
        />
      )}
    </div>
  )
}

/** Mantine's menu opens where a `contextmenu` event happens; a key makes one on the row. */
function openMenuAt(line: HTMLElement | null): void {
  if (line === null) return
  const { left, bottom } = line.getBoundingClientRect()
  const at = { clientX: left + 48, clientY: bottom - 4, bubbles: true, cancelable: true }
  setTimeout(() => line.dispatchEvent(new MouseEvent('contextmenu', at))) // the key itself is over then
}

/** The same array as long as nothing changed, so that cells are not drawn anew. */
function useShown<Row>(all: readonly TableColumn<Row>[], layout: ColumnLayout) {
  const { order, visible } = layout
  const [held, setHeld] = useState({ all, order, visible, shown: shownColumns(all, layout) })
  if (held.all === all && held.order === order && held.visible === visible) return held.shown
  const shown = shownColumns(all, layout)
  setHeld({ all, order, visible, shown })
  return shown
}

type Scrolled = ReturnType<typeof useLongScroll>

/** The active row and where the view stands: as it was left, or at the first row of another question. */
function usePlace<Row>(
  { question, startAt, onPlace }: DataTableProps<Row>,
  total: number | null,
  stale: boolean,
  first: number,
  scroll: Scrolled,
) {
  const [active, setActive] = useState(startAt?.active ?? 0)
  const [start, setStart] = useState(startAt?.top ?? null)
  const [placed, setPlaced] = useState(question)
  const isNew = placed !== question
  const isKnown = total !== null
  const stand = useEffectEvent(() => {
    if (total === null || stale) return
    if (start !== null) {
      setStart(null)
      if (!isNew) {
        setActive(Math.min(active, Math.max(total - 1, 0)))
        return scroll.toRow(start)
      }
    }
    if (!isNew) return
    setPlaced(question)
    setActive(0)
    scroll.toRow(0)
  })
  useLayoutEffect(() => stand(), [isNew, stale, question, isKnown])
  const told = useEffectEvent(() => onPlace?.({ top: scroll.top(), active }))
  const isSettled = total !== null && !stale && !isNew && start === null
  useEffect(() => {
    if (isSettled) told()
  }, [isSettled, active, first])
  return { active, setActive, isNew, start }
}
