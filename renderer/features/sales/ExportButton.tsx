import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { exportSales } from './exportSales.ts'
import { filterOf, sortOf, type SalesSearch } from './search.ts'
import type { SalesServices } from './salesServices.ts'

type ExportButtonProps = {
  readonly services: SalesServices
  readonly search: SalesSearch
  readonly disabled: boolean
}

/** Saves the list as it is on the screen; a long one says how far it is and can be stopped. */
export function ExportButton({ services, search, disabled }: ExportButtonProps) {
  const { t } = useTranslation(['sales', 'ui'])
  const format = useFormat()
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const running = useRef(new AbortController())

  const save = async () => {
    running.current = new AbortController()
    const saved = await exportSales(services, {
      filter: filterOf(search),
      sort: sortOf(search),
      suggestedName: `${t('export.file')} ${services.today()}.csv`,
      header: (column) => t(`export.columns.${column}`),
      onProgress: (done, total) => setProgress({ done, total }),
      signal: running.current.signal,
    })
    setProgress(null)
    if (saved.ok) return void notifications.show({ message: t('ui:saved.done', { name: saved.value.name }) })
    const { code } = saved.error
    if (code === 'cancelled') return
    notifications.show({
      color: 'red',
      message: code === 'too-many' ? t('export.tooMany') : t(`ui:saved.${code}`),
    })
  }

  if (progress !== null) {
    return (
      <Button variant="default" aria-label={t('export.cancel')} onClick={() => running.current.abort()}>
        {t('export.working', { done: format.number(progress.done), total: format.number(progress.total) })}
      </Button>
    )
  }
  return (
    <Button
      variant="default"
      disabled={disabled}
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={() => void save()}
    >
      {t('export.button')}
    </Button>
  )
}
