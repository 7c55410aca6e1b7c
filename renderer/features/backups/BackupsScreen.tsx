import { Button, SegmentedControl, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import IconDatabaseExport from '@tabler/icons-react/dist/esm/icons/IconDatabaseExport.mjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupProgress } from '#data/workers.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { BackupFolder } from './BackupFolder.tsx'
import type { BackupServices } from './backupServices.ts'
import { BackupTable } from './BackupTable.tsx'
import { BackingUp } from './BackingUp.tsx'
import classes from './backups.module.css'
import { NewestBackup } from './NewestBackup.tsx'
import { RestoreDialog, type RestoreFrom } from './RestoreDialog.tsx'
import { useBackupList, type BackupList } from './useBackupList.ts'
import { useBackupTexts } from './useBackupTexts.ts'
import { useBackUpNow } from './useBackUpNow.ts'

/** Whether what is here is safe, what there is to come back to, and the way back. */
export function BackupsScreen({ services }: { readonly services: BackupServices }) {
  const { t } = useTranslation('backups')
  const list = useBackupList(services)
  const texts = useBackupTexts()
  const [progress, setProgress] = useState<BackupProgress | null>(null)
  const backUpNow = useBackUpNow(services.backUp)
  const [from, setFrom] = useState<RestoreFrom | null>(null)
  const backUp = async () => {
    setProgress({ done: 0, total: 0 })
    await backUpNow(setProgress)
    setProgress(null)
  }
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={
        <>
          <Button variant="default" onClick={() => setFrom({ file: null })}>
            {t('restoreFile')}
          </Button>
          <Button
            leftSection={<IconDatabaseExport size={15} aria-hidden />}
            loading={progress !== null}
            onClick={() => void backUp()}
          >
            {t('backUp')}
          </Button>
        </>
      }
    >
      {list !== null && (
        <div className={classes.screen}>
          {progress !== null && <BackingUp progress={progress} />}
          {list.trouble !== null && (
            <Note tone="bad" title={t('trouble.title')}>
              {texts.trouble(list.trouble)}
            </Note>
          )}
          <NewestBackup list={list} />
          <AllBackups services={services} list={list} onRestore={(file) => setFrom({ file })} />
          <BackupFolder api={services.api} list={list} />
        </div>
      )}
      {from !== null && <RestoreDialog services={services} from={from} onClose={() => setFrom(null)} />}
    </Page>
  )
}

/** Bytes; told in the rule below the list. */
const limit = 20 * 1000 ** 3

type AllProps = {
  readonly services: BackupServices
  readonly list: BackupList
  readonly onRestore: (name: string) => void
}

function AllBackups({ services: { api }, list, onRestore }: AllProps) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const [which, setWhich] = useState<'this' | 'all'>('this')
  const [proving, setProving] = useState<string | null>(null)
  const own = list.backups.filter(({ about }) => about === null || about.brand.id === list.brandId)
  const hasOthers = own.length < list.backups.length
  const shown = which === 'all' ? list.backups : own
  const prove = async (name: string) => {
    setProving(name)
    const proven = await api.proveBackup({ name })
    setProving(null)
    if (!proven.ok) return notifications.show({ color: 'red', message: t('toast.gone') })
    const { problem } = proven.backup
    if (problem === null) return notifications.show({ message: t('toast.proven') })
    return notifications.show({
      color: 'red',
      autoClose: false,
      message: t('toast.failed', { why: t(`refused.${problem}`) }),
    })
  }
  return (
    <Card
      title={t('list.title')}
      actions={
        hasOthers && (
          <SegmentedControl
            aria-label={t('list.which')}
            value={which}
            onChange={(value) => setWhich(value === 'all' ? 'all' : 'this')}
            data={[
              { value: 'this', label: t('list.this') },
              { value: 'all', label: t('list.all') },
            ]}
          />
        )
      }
    >
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('list.empty')}
        </Text>
      ) : (
        <BackupTable
          backups={shown}
          named={which === 'all'}
          proving={proving}
          onRestore={onRestore}
          onProve={(name) => void prove(name)}
          onShow={(name) => void api.showBackup({ name })}
        />
      )}
      <Text size="xs" c="dimmed" mt="sm" maw={720}>
        {t('rotation', { limit: format.bytes(limit) })}
      </Text>
    </Card>
  )
}
