import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { Card } from '#ui/Card.tsx'
import { Note } from '#ui/Note.tsx'
import type { BackupServices } from './backupServices.ts'
import classes from './backups.module.css'
import type { BackupList } from './useBackupList.ts'

type Props = { readonly api: BackupServices['api']; readonly list: BackupList }

/** Where backups lie, and the way to have them somewhere else. */
export function BackupFolder({ api, list }: Props) {
  const { t } = useTranslation('backups')
  const move = async (toDefault: boolean) => {
    const moved = await api.chooseBackupFolder({ default: toDefault })
    if (moved.ok) notifications.show({ message: t('toast.folder') })
    else if (moved.error.code !== 'cancelled')
      notifications.show({ color: 'red', message: t('toast.folderFailed') })
  }
  return (
    <Card title={t('folder.title')}>
      <Text size="sm" className={classes.path ?? ''}>
        <bdi>{list.folder}</bdi>
      </Text>
      {list.isThere ? (
        <Text size="sm" c="dimmed" mt={4} maw={640}>
          {t(list.isDefault ? 'folder.own' : 'folder.chosen')}
        </Text>
      ) : (
        <div className={classes.apart}>
          <Note tone="bad">{t('folder.missing')}</Note>
        </div>
      )}
      <Group gap="xs" mt="sm">
        <Button variant="default" onClick={() => void move(false)}>
          {t('folder.choose')}
        </Button>
        {!list.isDefault && (
          <Button variant="default" onClick={() => void move(true)}>
            {t('folder.default')}
          </Button>
        )}
        {list.isThere && (
          <Button variant="subtle" onClick={() => void api.showBackup({ name: null })}>
            {t('folder.show')}
          </Button>
        )}
      </Group>
    </Card>
  )
}
