import { useState } from 'react'
import type { ListStates } from '#shared/list/listStates.ts'
import { type Arrangement, arrangementName, designed } from './arrangement.ts'

/** The brand's own arrangement of cards, there before the first paint and kept with each change. */
export function useArrangement(
  lists: ListStates,
): readonly [Arrangement, (arrangement: Arrangement) => void] {
  const [arrangement, setArrangement] = useState<Arrangement>(
    () => lists.read(arrangementName).columns ?? designed,
  )
  const change = (next: Arrangement) => {
    setArrangement(next)
    lists.keep(arrangementName, { columns: { ...next, widths: {} } })
  }
  return [arrangement, change]
}
