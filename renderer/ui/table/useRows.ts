import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { createRowCache, type RowSource } from './rowCache.ts'

/** The rows of a source; those of the one before stay in sight until the first answer of the new one. */
export function useRows<Row>(source: RowSource<Row>) {
  const asked = useMemo(() => createRowCache(source), [source])
  useSyncExternalStore(asked.subscribe, asked.version)
  const [shown, setShown] = useState(asked)
  const answered = asked.total() !== null
  useEffect(() => {
    if (answered) setShown(asked)
  }, [asked, answered])
  const cache = answered ? asked : shown
  return { total: cache.total(), row: cache.row, want: asked.want, stale: cache !== asked }
}
