import { possibleWidth, tracks, withWidths, type TableColumn } from './columns.ts'
import { asDesigned, type ColumnLayout } from '#shared/list/listState.ts'

/** Room for the selection's box before the first column. */
const checkTrack = '34px'

export const gridTracks = <Row>(
  columns: readonly TableColumn<Row>[],
  layout: ColumnLayout,
  selects: boolean,
): string => (selects ? `${checkTrack} ${tracks(columns, layout)}` : tracks(columns, layout))

type Resized<Row> = {
  readonly head: HTMLElement
  readonly columns: readonly TableColumn<Row>[]
  readonly layout: ColumnLayout
  readonly selects: boolean
  readonly onLayout: (layout: ColumnLayout) => void
}

/** The first width that is chosen holds all others where they are, so that only this column's edge moves. */
function drawnWidths(head: HTMLElement): Record<string, number> {
  const heads = head.closest('[role=row]')?.querySelectorAll<HTMLElement>('[data-column]') ?? []
  return Object.fromEntries([...heads].map((one) => [one.dataset['column'] ?? '', one.offsetWidth]))
}

const idOf = (head: HTMLElement): string => head.dataset['column'] ?? ''

/** Wider (or narrower) by so many px. */
export function widen<Row>({ head, layout, onLayout }: Resized<Row>, by: number): void {
  const widths = drawnWidths(head)
  onLayout(withWidths(layout, { ...widths, [idOf(head)]: (widths[idOf(head)] ?? 0) + by }))
}

/** As wide as what is drawn of it needs. */
export function fit<Row>({ head, layout, onLayout }: Resized<Row>): void {
  const cells =
    head.closest('[role=grid]')?.querySelectorAll(`[data-column="${CSS.escape(idOf(head))}"]`) ?? []
  const needed = Math.max(...[...cells].map(contentWidth))
  onLayout(withWidths(layout, { ...drawnWidths(head), [idOf(head)]: needed }))
}

function contentWidth(cell: Element): number {
  const range = document.createRange()
  range.selectNodeContents(cell.querySelector('[data-fit]') ?? cell.firstElementChild ?? cell)
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(cell)
  const padding = Number.parseInt(paddingInlineStart, 10) + Number.parseInt(paddingInlineEnd, 10)
  return range.getBoundingClientRect().width + padding + 2
}

/** Follows the pointer without drawing anything but the tracks; the width is kept once it is let go. */
export function drag<Row>(resized: Resized<Row>, pointer: PointerEvent): void {
  const { head, columns, selects, layout, onLayout } = resized
  const grid = head.closest<HTMLElement>('[role=grid]')
  if (grid === null) return
  const before = drawnWidths(head)
  const id = idOf(head)
  const toRight = getComputedStyle(head).direction === 'rtl' ? -1 : 1
  const designed = grid.style.getPropertyValue('--table-columns')
  let widths = before
  const done = new AbortController()
  const end = (isKept: boolean) => {
    done.abort()
    delete grid.dataset['resizing']
    if (isKept && widths !== before) onLayout(withWidths(layout, widths))
    else grid.style.setProperty('--table-columns', designed)
  }
  grid.dataset['resizing'] = id
  const listen = { signal: done.signal }
  window.addEventListener(
    'pointermove',
    ({ clientX }) => {
      widths = {
        ...before,
        [id]: possibleWidth((before[id] ?? 0) + (clientX - pointer.clientX) * toRight),
      }
      grid.style.setProperty('--table-columns', gridTracks(columns, { ...asDesigned, widths }, selects))
    },
    listen,
  )
  window.addEventListener('pointerup', () => end(true), listen)
  window.addEventListener('pointercancel', () => end(false), listen)
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), listen)
}
