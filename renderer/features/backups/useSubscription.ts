import { useCallback } from 'react'
import type { Api } from '#shared/ipc/contract.ts'

/** Hears whenever a backup was made, proven or removed. */
export const useSubscription = (api: Pick<Api, 'onCommand'>) =>
  useCallback(
    (listener: () => void) => api.onCommand((command) => command === 'backups-changed' && listener()),
    [api],
  )
