import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { backupOf, restoreLost, type LostProgress } from '#data/backup/restoreLost.ts'
import { acceptLoss, rebuildFromKept } from '#data/recovery.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import { useBackupTexts } from '#features/backups/useBackupTexts.ts'
import { useRestoreTexts } from '#features/backups/useRestoreTexts.ts'
import { RecoveryScreen, type RecoveryScreenProps } from '#features/recovery/RecoveryScreen.tsx'
import type { BackupItem, Loss } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'

type Props = {
  readonly services: Services
  readonly workers: Workers
  readonly losses: readonly Loss[]
  readonly onContinue: () => Promise<void>
}

/** What is gone, and the ways back: the newest proven backup, and the kept files. */
export function Recovery({ services, workers, losses, onContinue }: Props) {
  const [backups, setBackups] = useState<readonly BackupItem[]>([])
  useEffect(() => {
    void services.api.listBackups({}).then((listed) => setBackups(listed.backups))
  }, [services.api])
  const way = useRestoreWay(services, workers, backups)
  return (
    <RecoveryScreen
      losses={losses}
      {...way}
      onRebuild={(loss, onProgress) => rebuildFromKept(services, workers, loss, onProgress)}
      onAccept={(loss) => acceptLoss(services, workers, loss)}
      onContinue={() => void onContinue()}
    />
  )
}

function useRestoreWay(
  services: Services,
  workers: Workers,
  backups: readonly BackupItem[],
): Pick<RecoveryScreenProps, 'backupOf' | 'onRestore'> {
  const { t } = useTranslation(['recovery', 'backups'])
  const format = useFormat()
  const { holds } = useBackupTexts()
  const texts = useRestoreTexts()
  const words = (loss: Loss) => {
    const about = backupOf(loss, backups)?.about
    return about ? { made: format.moment(about.createdAt), holds: holds(about) } : null
  }
  const step = (progress: LostProgress) => ({
    said:
      progress.phase === 'reading' || progress.phase === 'comparing' || progress.phase === 'saving'
        ? t('recovery:progress.comparing')
        : t(`backups:progress.${progress.phase === 'proving' ? 'looking' : progress.phase}`),
    share: 'done' in progress && progress.total > 0 ? progress.done / progress.total : null,
  })
  return {
    backupOf: words,
    onRestore: async (loss, onProgress) => {
      const name = backupOf(loss, backups)?.name ?? ''
      const restored = await restoreLost(services, workers, { loss, name }, (progress) =>
        onProgress(step(progress)),
      )
      if (!restored.ok) return err(texts.failed(restored.error))
      const { since } = restored.value
      const read = since === null ? 0 : since.files
      const said = [
        t('recovery:restored.text', { made: words(loss)?.made ?? '' }),
        read === 0 ? '' : t('recovery:restored.since', { count: read, number: format.number(read) }),
      ]
      return ok(said.filter((text) => text !== '').join(' '))
    },
  }
}
