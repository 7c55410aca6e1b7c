import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react'
import type { useSelecting } from './useSelecting.ts'

type Parts = {
  readonly total: number
  readonly active: number
  /** Makes a row the active one and brings it into sight. */
  readonly move: (index: number) => void
  readonly setActive: (index: number) => void
  /** Rows a page key moves by. */
  readonly page: () => number
  readonly open: (index: number) => void
  readonly opens: boolean
  readonly selecting: Omit<ReturnType<typeof useSelecting>, 'selection'>
  readonly copy: () => void
  readonly menuAt: (index: number) => void
}

/** Where each key goes from the row that is active. */
const steps: Readonly<Record<string, (active: number, page: number, total: number) => number>> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  PageDown: (active, page) => active + page,
  PageUp: (active, page) => active - page,
  Home: () => 0,
  End: (_active, _page, total) => total - 1,
}

/** What keys and clicks do in the list. The list has the focus, and names its active row. */
export function useGridKeys(parts: Parts) {
  const { total, active, move, setActive, open, opens, selecting } = parts
  const { selects } = selecting
  const onStep = (event: KeyboardEvent): boolean => {
    const step = steps[event.key]
    if (step === undefined || event.altKey) return false
    const target = Math.min(Math.max(step(active, parts.page(), total), 0), total - 1)
    if (event.shiftKey && selects) selecting.extend(active, target)
    else selecting.moveOn()
    move(target)
    return true
  }
  const onKey = (event: KeyboardEvent): boolean => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    switch (event.key) {
      case 'Enter':
        open(active)
        return opens
      case ' ':
        if (!selects) return false
        if (event.shiftKey) selecting.extend(active, active)
        else selecting.toggle(active)
        return true
      case 'a':
        if (!isCommand || !selects) return false
        selecting.selectAll()
        return true
      case 'c':
        if (!isCommand) return false
        parts.copy()
        return true
      case 'ContextMenu':
        parts.menuAt(active)
        return true
      case 'F10':
        if (!event.shiftKey) return false
        parts.menuAt(active)
        return true
      case 'Escape':
        if (selecting.count === 0) return false
        selecting.clear()
        event.stopPropagation()
        return true
      default:
        return onStep(event)
    }
  }
  return {
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (event.target === event.currentTarget && total > 0 && onKey(event)) event.preventDefault()
    },
    /** The menu's *Copy*; the key itself is heard above. */
    onCopy: (event: ClipboardEvent<HTMLDivElement>) => {
      if (event.target !== event.currentTarget || total === 0) return
      event.preventDefault()
      parts.copy()
    },
    onMouseDown: (event: MouseEvent<HTMLDivElement>) => {
      if (event.shiftKey) event.preventDefault() // no text is marked
      if (event.shiftKey) event.currentTarget.focus()
    },
    onClick: (event: MouseEvent<HTMLDivElement>) => {
      const index = rowUnder(event.target)
      if (index === null) return
      const isCheck = event.target instanceof Element && event.target.closest('[data-check]') !== null
      setActive(index)
      if (selects && event.shiftKey) selecting.extend(active, index)
      else if (selects && (isCheck || event.ctrlKey || event.metaKey || !opens)) selecting.toggle(index)
      else {
        selecting.moveOn()
        open(index)
      }
    },
  }
}

/** The row an event happened in. */
export function rowUnder(target: EventTarget): number | null {
  const line = target instanceof Element ? target.closest('[data-index]') : null
  return line === null ? null : Number(line.getAttribute('data-index'))
}
