import { Button, Text } from '@mantine/core'
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listImports } from '#data/importHistory.ts'
import { Card } from '#ui/Card.tsx'
import { Page } from '#ui/Page.tsx'
import { HowToExport } from './HowToExport.tsx'
import { ImportEntry } from './ImportEntry.tsx'
import classes from './imports.module.css'
import { useImportToasts } from './useImportToasts.tsx'
import { WaitingRows } from './WaitingRows.tsx'
import type { ImportServices } from './importServices.ts'

export type ImportsScreenProps = {
  readonly services: ImportServices
  readonly onImport: () => void
  readonly onSeeSales: (importId: string) => void
}

const screenful = 30

/** What was brought in and what it did, newest first; what still waits; and how to get more. */
export function ImportsScreen({ services, onImport, onSeeSales }: ImportsScreenProps) {
  const { t } = useTranslation('imports')
  const toasts = useImportToasts(services)
  const records = useLiveQuery(() => listImports(services.db), [services.db])
  const [count, setCount] = useState(screenful)
  const isEmpty = records?.length === 0
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={
        <Button leftSection={<IconFileImport size={15} aria-hidden />} onClick={() => onImport()}>
          {t('import')}
        </Button>
      }
    >
      <div className={classes.screen}>
        {isEmpty && (
          <Card title={t('howTo.empty')}>
            <Text size="sm" c="dimmed" maw={640}>
              {t('howTo.emptyText')}
            </Text>
          </Card>
        )}
        {records !== undefined && !isEmpty && (
          <>
            <WaitingRows book={services.book} records={records} />
            <Card title={t('history.title')}>
              <ul className={classes.history} aria-label={t('history.list')}>
                {records.slice(0, count).map((record) => (
                  <ImportEntry
                    key={record.id}
                    record={record}
                    onUndo={toasts.undo}
                    onRedo={toasts.redo}
                    onSeeSales={onSeeSales}
                  />
                ))}
              </ul>
              {records.length > count && (
                <Button variant="default" mt="sm" onClick={() => setCount(count + screenful)}>
                  {t('history.older')}
                </Button>
              )}
            </Card>
          </>
        )}
        {records !== undefined && <HowToExport opened={isEmpty} />}
      </div>
    </Page>
  )
}
