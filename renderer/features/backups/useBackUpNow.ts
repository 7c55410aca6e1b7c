import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { BackupProgress } from '#data/workers.ts'
import type { BackupServices } from './backupServices.ts'
import { useBackupTexts } from './useBackupTexts.ts'

/** Backs up by hand and says how it went. */
export function useBackUpNow(backUp: BackupServices['backUp']) {
  const { t } = useTranslation('backups')
  const texts = useBackupTexts()
  return async (onProgress: (progress: BackupProgress) => void = () => {}): Promise<void> => {
    const made = await backUp(onProgress)
    if (made.ok) {
      const { about } = made.value
      notifications.show({ message: t('toast.made', { holds: about === null ? '' : texts.holds(about) }) })
    } else if (made.error.code === 'unchanged' || made.error.code === 'empty')
      notifications.show({ message: t('toast.unchanged') })
    else
      notifications.show({
        color: 'red',
        autoClose: false,
        title: t('trouble.title'),
        message: texts.why(made.error.code),
      })
  }
}
