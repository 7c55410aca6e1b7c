import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { maxSlots, reveal, scrolled, settle, type Scroll } from './longScroll.ts'

const overscan = 8

/** TanStack Virtual over as many slots as a browser can lay out, with any number of rows behind them. */
export function useLongScroll(box: RefObject<HTMLDivElement | null>, total: number, rowHeight: number) {
  const slots = Math.min(total, maxSlots)
  const [shiftWanted, setShift] = useState(0)
  const shift = Math.min(shiftWanted, total - slots)
  const virtualizer = useVirtualizer({
    count: slots,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan,
    useScrollendEvent: true,
  })
  const previousTop = useRef(0)

  const now = (element: HTMLDivElement): Scroll => {
    const covered = [...element.querySelectorAll<HTMLElement>('[data-edge]')].reduce(
      (sum, part) => sum + part.offsetHeight,
      0,
    )
    const seen = Math.max((element.clientHeight - covered) / rowHeight, 1)
    return { total, seen, top: element.scrollTop / rowHeight, shift }
  }
  const go = (element: HTMLDivElement, place: Pick<Scroll, 'top' | 'shift'>) => {
    previousTop.current = place.top
    setShift(place.shift)
    if (Math.abs(element.scrollTop - place.top * rowHeight) >= 1) element.scrollTop = place.top * rowHeight
  }

  const isLong = total > maxSlots
  const resting = isLong && !virtualizer.isScrolling
  useEffect(() => {
    if (resting && box.current !== null) go(box.current, settle(now(box.current)))
    // Only coming to rest counts, not every render at rest.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [resting])

  const rows = virtualizer.getVirtualItems().map((slot) => ({ index: slot.index + shift, top: slot.start }))
  return {
    rows,
    height: slots * rowHeight,
    onScroll: () => {
      if (!isLong || box.current === null) return
      const before = { ...now(box.current), top: previousTop.current }
      go(box.current, scrolled(before, box.current.scrollTop / rowHeight))
    },
    reveal: (index: number) => {
      if (box.current !== null) go(box.current, reveal(now(box.current), index))
    },
    /** Rows a page key moves by. */
    page: () => (box.current === null ? 1 : Math.max(Math.floor(now(box.current).seen) - 1, 1)),
    /** The first row in sight. */
    top: () => Math.max(Math.floor((box.current?.scrollTop ?? 0) / rowHeight) + shift, 0),
    /** Puts a row at the top of the view, or as near as the end of the list allows. */
    toRow: (row: number) => {
      if (box.current === null) return
      const here = now(box.current)
      const top = Math.min(row, Math.max(total - here.seen, 0))
      go(box.current, settle({ ...here, top: top - shift }))
    },
  }
}
