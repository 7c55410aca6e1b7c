import { useState, type SyntheticEvent } from 'react'

/** Rows that were pointed at or typed in: only they hold what opens, so that hundreds of them are light. */
export function useWarmRows() {
  const [warm, setWarm] = useState<ReadonlySet<string>>(() => new Set())
  const touch = ({ target }: SyntheticEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
    const id = row?.dataset['row']
    if (id !== undefined && !warm.has(id)) setWarm(new Set([...warm, id]))
  }
  return { warm, onWarm: { onPointerOver: touch, onFocus: touch } }
}
