import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Manifest } from '#shared/backup/manifest.ts'
import type { Restored, RestoreFailure } from '#data/backup/restoreBackup.ts'
import { refusals, type Refusal } from '#shared/backup/refusal.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useBackupTexts } from './useBackupTexts.ts'

/** A backup that was proven and opened for a look. */
export type Opened = { readonly handle: string; readonly name: string; readonly manifest: Manifest }

const isRefusal = (code: string): code is Refusal => refusals.some((each) => each === code)

/** How a restore went, in words. */
export function useRestoreTexts() {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const texts = useBackupTexts()
  return {
    failed: (failure: RestoreFailure): string => {
      if (failure.code === 'not-backed-up') {
        const { why } = failure
        return t('failed.not-backed-up', {
          why: why === 'unchanged' || why === 'empty' ? '' : texts.why(why),
        })
      }
      return isRefusal(failure.code) ? t(`refused.${failure.code}`) : t(`failed.${failure.code}`)
    },
    tell: ({ manifest }: Pick<Opened, 'manifest'>, { brand, before }: Restored) => {
      const said = { brand: brand.name, when: format.moment(manifest.createdAt) }
      notifications.show({
        autoClose: 20_000,
        message: before?.about
          ? t('toast.restoredBefore', { ...said, before: format.moment(before.about.createdAt) })
          : t('toast.restored', said),
      })
    },
  }
}
