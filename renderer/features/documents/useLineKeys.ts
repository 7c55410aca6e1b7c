import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { DocumentLine } from '#shared/document/document.ts'
import { isBlankItem } from '#shared/document/editLines.ts'
import type { LineActs } from './lineActs.ts'

type Place = { readonly line: string; readonly cell: string }

const placeOf = (target: EventTarget): Place | null => {
  if (!(target instanceof HTMLElement)) return null
  const { line, cell } = target.dataset
  return line === undefined || cell === undefined ? null : { line, cell }
}

/**
 * The keys and the pointer of the line editor: Enter adds a line, Up and Down go from line to line, Alt with them moves a
 * line, a handle drags it. What is to have the focus gets it once it is drawn.
 */
export function useLineKeys(lines: readonly DocumentLine[], acts: LineActs) {
  const table = useRef<HTMLDivElement>(null)
  const wanted = useRef<Place | null>(null)
  const dragged = useRef<string | null>(null)
  const cellOf = ({ line, cell }: Place) =>
    table.current?.querySelector<HTMLElement>(`[data-line="${line}"][data-cell="${cell}"]`) ??
    table.current?.querySelector<HTMLElement>(`[data-line="${line}"][data-cell="title"]`)
  useEffect(() => {
    if (wanted.current === null) return
    const cell = cellOf(wanted.current)
    if (!cell) return
    wanted.current = null
    cell.focus()
    cell.scrollIntoView({ block: 'nearest' })
  })
  const go = (place: Place | null) => {
    if (place === null) return
    const cell = cellOf(place)
    if (cell) cell.focus()
    else wanted.current = place
  }
  const beside = (place: Place, by: number): Place | null => {
    const next = lines[lines.findIndex(({ id }) => id === place.line) + by]
    return next === undefined ? null : { line: next.id, cell: place.cell }
  }
  const add = (after: string | null, kind?: DocumentLine['kind']) => {
    wanted.current = { line: acts.add(after, kind), cell: 'title' }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target)
    if (place === null || event.nativeEvent.isComposing) return
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const isList = event.target instanceof HTMLSelectElement
    const isText = event.target instanceof HTMLTextAreaElement
    const line = lines.find(({ id }) => id === place.line)
    if (by !== undefined && event.altKey && !isList) {
      event.preventDefault()
      wanted.current = place
      acts.move(place.line, by)
    } else if (
      by !== undefined &&
      !isList &&
      !isText &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.shiftKey
    ) {
      event.preventDefault()
      go(beside(place, by))
    } else if (event.key === 'Enter' && !isText && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      const next = beside(place, 1)
      const nextLine = lines.find(({ id }) => id === next?.line)
      // of several blank lines one is enough
      if (nextLine?.kind === 'item' && isBlankItem(nextLine)) go({ line: nextLine.id, cell: 'title' })
      else if (line?.kind !== 'item' || !isBlankItem(line)) add(place.line)
    } else if (event.key === 'Backspace' && place.cell === 'title' && line?.title === '') {
      if (line.kind === 'item' && !isBlankItem(line)) return
      event.preventDefault()
      const before = beside(place, -1) ?? beside(place, 1)
      acts.remove(place.line)
      go(before)
    }
  }

  const onPointerDown = (event: PointerEvent) => {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-handle]') : null
    const id = handle?.dataset['handle']
    if (!handle || id === undefined || event.button !== 0) return
    event.preventDefault()
    dragged.current = id
    handle.setPointerCapture(event.pointerId)
    handle.closest('[data-row]')?.setAttribute('data-dragged', '')
  }
  const onPointerMove = (event: PointerEvent) => {
    if (dragged.current === null || !table.current) return
    const rows = [...table.current.querySelectorAll<HTMLElement>('[data-row]')]
    const at = rows.findIndex((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return event.clientY >= top && event.clientY < bottom
    })
    const from = rows.findIndex((row) => row.dataset['row'] === dragged.current)
    const [over, own] = [rows[at]?.getBoundingClientRect(), rows[from]?.getBoundingClientRect()]
    if (!over || !own || at === from) return
    // past the middle of a taller row, so that it does not jump back
    const isPast =
      at > from ? event.clientY > over.bottom - own.height : event.clientY < over.top + own.height
    if (isPast) acts.moveTo(dragged.current, at)
  }
  const onPointerUp = () => {
    if (dragged.current === null) return
    dragged.current = null
    for (const row of table.current?.querySelectorAll('[data-dragged]') ?? [])
      row.removeAttribute('data-dragged')
  }
  return {
    table,
    add,
    on: { onKeyDown, onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  }
}
