import { useEffect, useEffectEvent } from 'react'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { notStored } from '#data/storageFailure.ts'
import type { Api } from '#shared/ipc/contract.ts'
import { logBug } from './logBug.ts'

/** Says what the storage did not take, wherever it was asked for: no screen has to think of it, and none can forget it. */
export function useNotStored(api: Pick<Api, 'logError'>): void {
  const { t } = useTranslation('app')
  const tell = useEffectEvent((event: PromiseRejectionEvent) => {
    const failure = notStored(event.reason)
    if (failure === null) return
    event.preventDefault()
    void logBug(api, event.reason instanceof Error ? event.reason.cause : null, '')
    notifications.hide('not-stored') // said again where it happens again
    notifications.show({
      id: 'not-stored',
      color: 'red',
      autoClose: false,
      message: t(`notStored.${failure.code}`),
    })
  })
  useEffect(() => {
    const listener = (event: PromiseRejectionEvent) => tell(event)
    window.addEventListener('unhandledrejection', listener)
    return () => window.removeEventListener('unhandledrejection', listener)
  }, [])
}
