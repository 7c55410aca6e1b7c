import { useTranslation } from 'react-i18next'
import { kinshipOf, type KnownIds } from '#data/backup/lostBackups.ts'
import { restoreLost, type LostProgress } from '#data/backup/restoreLost.ts'
import { schemaVersion } from '#data/database.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import { useBackupTexts } from '#features/backups/useBackupTexts.ts'
import { useRestoreTexts } from '#features/backups/useRestoreTexts.ts'
import type { BackupOffer, RecoveryScreenProps } from '#features/recovery/RecoveryScreen.tsx'
import { summaryOf } from '#shared/backup/manifest.ts'
import type { BackupItem } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'

type Ways = Pick<RecoveryScreenProps, 'onChoose' | 'onLetGo' | 'onRestore'> & {
  /** A backup of the folder in words; nothing of one that does not say what it is. */
  readonly offer: (item: BackupItem) => BackupOffer | null
}

/** The way back from a backup, in words. */
export function useLostRestore(services: Services, workers: Workers, known: KnownIds): Ways {
  const { t } = useTranslation(['recovery', 'backups'])
  const format = useFormat()
  const { holds } = useBackupTexts()
  const texts = useRestoreTexts()
  const { api } = services
  const step = (progress: LostProgress) => ({
    said:
      progress.phase === 'reading' || progress.phase === 'comparing' || progress.phase === 'saving'
        ? t('recovery:progress.comparing')
        : t(`backups:progress.${progress.phase === 'proving' ? 'looking' : progress.phase}`),
    share: 'done' in progress && progress.total > 0 ? progress.done / progress.total : null,
  })
  const openNamed = async (name: string) => {
    const opened = await api.openBackup({ name, schema: schemaVersion })
    return opened.ok ? ok(opened) : err(opened.error.code)
  }
  return {
    offer: ({ name, about, proof }) =>
      about && {
        name,
        made: format.moment(about.createdAt),
        why: t(`backups:reasonIn.${about.reason}`),
        holds: holds(about),
        isProven: proof === 'proven',
      },
    onChoose: async (loss) => {
      const opened = await api.chooseBackup({ schema: schemaVersion })
      if (!opened.ok) {
        const { code } = opened.error
        return err(code === 'cancelled' ? null : texts.failed({ code }))
      }
      const about = summaryOf(opened.manifest)
      const kin = kinshipOf(loss, about.brand, known)
      const brand = about.brand.name
      if (kin !== 'taken')
        return ok({ opened, brand, kin, made: format.moment(about.createdAt), holds: holds(about) })
      await api.closeBackup({ handle: opened.handle })
      return err(t('recovery:look.taken', { brand }))
    },
    onLetGo: ({ opened: { handle } }) => void api.closeBackup({ handle }),
    onRestore: async (loss, from, onProgress) => {
      const restored = await restoreLost(
        services,
        workers,
        'opened' in from
          ? { loss, open: () => Promise.resolve(ok(from.opened)), isSame: from.kin !== 'foreign' }
          : { loss, open: () => openNamed(from.name), isSame: true },
        (progress) => onProgress(step(progress)),
      )
      if (!restored.ok) return err(texts.failed(restored.error))
      const read = restored.value.since?.files ?? 0
      const said = [
        t('recovery:restored.text', { made: from.made }),
        read === 0 ? '' : t('recovery:restored.since', { count: read, number: format.number(read) }),
      ]
      return ok(said.filter((text) => text !== '').join(' '))
    },
  }
}
