import { useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import { useTranslation } from 'react-i18next'
import type { ColumnLayout } from '#shared/list/listState.ts'
import type { TableColumn } from './columns.ts'
import classes from './DataTable.module.css'
import { drag, fit, widen } from './resize.ts'

export type TableSort = { readonly by: string; readonly descending: boolean }
export type HeadRowProps<Row> = {
  readonly columns: readonly TableColumn<Row>[]
  readonly layout: ColumnLayout
  /** Without it the columns stay as wide as they are. */
  readonly onLayout: ((layout: ColumnLayout) => void) | undefined
  readonly sort: TableSort | undefined
  readonly onSort: ((sort: TableSort) => void) | undefined
  /** undefined: rows cannot be selected. */
  readonly selected: 'none' | 'some' | 'all' | undefined
  readonly onSelectAll: (all: boolean) => void
}

const step = 10
const sortedAs = { true: 'descending', false: 'ascending' } as const

/** The head of a table: it stays in sight, sorts, and is one stop of the Tab key; arrows go from column to column. */
export function HeadRow<Row>(props: HeadRowProps<Row>) {
  const { columns, layout, onLayout, sort, onSort, selected } = props
  const [reached, setReached] = useState(columns[0]?.id)
  const stop = columns.some(({ id }) => id === reached) ? reached : columns[0]?.id
  const selects = selected !== undefined
  const resized = (element: Element) => {
    const head = element.closest<HTMLElement>('[data-column]')
    return head === null || onLayout === undefined ? null : { head, columns, layout, selects, onLayout }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined || !(event.target instanceof Element) || event.altKey || event.metaKey) return
    const target = resized(event.target)
    if (event.shiftKey && target !== null) widen(target, by * step)
    else if (!event.shiftKey && !event.ctrlKey) neighbour(event.target, by)?.focus()
    else return
    event.preventDefault()
  }
  return (
    <div role="rowgroup" data-edge className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.line} onKeyDown={onKeyDown}>
        {selects && <SelectAll selected={selected} onSelectAll={props.onSelectAll} />}
        {columns.map((column) => {
          const isSorted = sort?.by === column.id
          const sorts = column.sorts !== undefined && onSort !== undefined
          const descending = isSorted ? !sort.descending : column.sorts === 'descending'
          return (
            <div
              key={column.id}
              role="columnheader"
              data-column={column.id}
              data-head={sorts ? undefined : ''}
              aria-sort={sorts ? (isSorted ? sortedAs[`${sort.descending}`] : 'none') : undefined}
              tabIndex={sorts || onLayout === undefined ? undefined : column.id === stop ? 0 : -1}
              onFocus={() => setReached(column.id)}
              className={`${classes.cell} ${classes.header} ${column.align === 'end' ? classes.end : ''}`}
            >
              {sorts ? (
                <button
                  type="button"
                  data-head
                  tabIndex={column.id === stop ? 0 : -1}
                  className={classes.sort}
                  data-sorted={isSorted || undefined}
                  onClick={() => onSort({ by: column.id, descending })}
                >
                  <Title column={column} sorted={isSorted ? sort.descending : null} />
                </button>
              ) : (
                <div className={classes.sort}>
                  <Title column={column} sorted={null} />
                </div>
              )}
              {onLayout !== undefined && (
                <span
                  className={classes.edge}
                  aria-hidden
                  onPointerDown={(event: PointerEvent) => {
                    const target = resized(event.currentTarget)
                    if (event.button !== 0 || target === null) return
                    event.preventDefault()
                    drag(target, event.nativeEvent)
                  }}
                  onDoubleClick={(event: MouseEvent) => {
                    const target = resized(event.currentTarget)
                    if (target !== null) fit(target)
                  }}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The arrow stands before the title of figures, so that the title stays above its last digit. */
function Title<Row>({
  column,
  sorted,
}: {
  readonly column: TableColumn<Row>
  readonly sorted: boolean | null
}) {
  const Arrow = sorted === true ? IconArrowDown : IconArrowUp
  return (
    <>
      <span className={classes.text} data-fit>
        {column.header}
      </span>
      {sorted !== null && <Arrow size={13} aria-hidden style={{ flex: 'none' }} />}
    </>
  )
}

function SelectAll(props: {
  readonly selected: 'none' | 'some' | 'all'
  readonly onSelectAll: (all: boolean) => void
}) {
  const { t } = useTranslation('lists')
  const { selected, onSelectAll } = props
  return (
    <div role="columnheader" className={classes.check}>
      <input
        type="checkbox"
        className={classes.checkAll}
        aria-label={t('table.selectAll')}
        data-some={selected === 'some' || undefined}
        ref={(box) => {
          if (box !== null) box.indeterminate = selected === 'some'
        }}
        checked={selected === 'all'}
        onChange={() => onSelectAll(selected !== 'all')}
      />
    </div>
  )
}

function neighbour(from: Element, by: number): HTMLElement | undefined {
  const heads = [...(from.closest('[role=row]')?.querySelectorAll<HTMLElement>('[data-head]') ?? [])]
  const at = heads.findIndex((head) => head === from || head.contains(from))
  return heads[at + by]
}
