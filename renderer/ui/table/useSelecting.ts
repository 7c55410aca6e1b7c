import { useRef } from 'react'
import { countOf, everything, including, isNothing, nothing, toggled } from '#shared/list/selection.ts'
import type { Selection } from '#shared/list/selection.ts'

type Parts = {
  readonly total: number
  readonly selection: Selection | undefined
  readonly onSelection: ((selection: Selection) => void) | undefined
  readonly keyAt: (index: number) => string | undefined
  /** Keys of the rows from one to another, both included; those not loaded are asked for. */
  readonly keysBetween: (first: number, last: number) => readonly string[] | Promise<readonly string[]>
}

/** What a click or a key does to the selection. A range grows from where selecting began and keeps what was there. */
export function useSelecting({ total, selection = nothing, onSelection, keyAt, keysBetween }: Parts) {
  const began = useRef<{ readonly index: number; readonly base: Selection } | null>(null)
  const round = useRef(0)
  const select = (next: Selection) => {
    round.current++
    onSelection?.(next)
  }
  const toggle = (index: number) => {
    const key = keyAt(index)
    if (key === undefined) return
    const next = toggled(selection, key)
    began.current = { index, base: next }
    select(next)
  }
  const extend = (from: number, to: number) => {
    began.current ??= { index: from, base: selection }
    const { index, base } = began.current
    const [first, last] = index < to ? [index, to] : [to, index]
    if (first === 0 && last === total - 1) return select(everything)
    const own = ++round.current
    const keys = keysBetween(first, last)
    if (!(keys instanceof Promise)) return onSelection?.(including(base, keys))
    void keys.then((all) => own === round.current && onSelection?.(including(base, all)))
  }
  const count = countOf(selection, total)
  return {
    selects: onSelection !== undefined,
    selection,
    count,
    state: isNothing(selection) || count === 0 ? 'none' : count === total ? 'all' : 'some',
    toggle,
    extend,
    selectAll: () => select(everything),
    clear: () => {
      began.current = null
      select(nothing)
    },
    /** The next range begins where the person is then. */
    moveOn: () => {
      began.current = null
    },
  } as const
}
