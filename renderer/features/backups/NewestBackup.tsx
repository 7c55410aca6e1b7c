import { Text } from '@mantine/core'
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import IconShieldExclamation from '@tabler/icons-react/dist/esm/icons/IconShieldExclamation.mjs'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import classes from './backups.module.css'
import type { BackupList } from './useBackupList.ts'
import { newestOf, useBackupTexts } from './useBackupTexts.ts'

/** The one sentence that counts: which backup can be relied on. */
export function NewestBackup({ list }: { readonly list: BackupList }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const texts = useBackupTexts()
  const newest = newestOf(list.backups, list.brandId)
  const Icon = newest === null ? IconShieldExclamation : IconShieldCheck
  return (
    <section
      className={classes.newest}
      data-proven={newest !== null || undefined}
      aria-label={t('newest.title')}
    >
      <Icon className={classes.shield} size={34} stroke={1.5} aria-hidden />
      <div>
        <Text size="xs" c="dimmed">
          {t('newest.title')}
        </Text>
        <h2 className={classes.made}>
          {newest === null
            ? t('newest.none')
            : t('newest.made', {
                when: format.moment(newest.about.createdAt),
                reason: t(`reasonIn.${newest.about.reason}`),
              })}
        </h2>
        <Text size="sm" mt={2} maw={720}>
          {newest === null
            ? t(list.backups.length === 0 ? 'newest.noneText' : 'newest.notNow')
            : t('newest.holds', { holds: texts.holds(newest.about) })}
        </Text>
      </div>
    </section>
  )
}
