import { useEffect } from 'react'
import type { RouterHistory } from '@tanstack/react-router'

const placeOf = ({ state }: RouterHistory['location']): number => state.__TSR_index

/** Going back ends where the brand was entered: the pages before belong to another one. */
export function useOwnHistory(history: RouterHistory): void {
  useEffect(() => {
    const entered = placeOf(history.location)
    if (entered === 0) return
    return history.block({
      blockerFn: ({ nextLocation }) => placeOf(nextLocation) < entered,
      enableBeforeUnload: false,
    })
  }, [history])
}
