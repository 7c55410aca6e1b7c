import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BackupProgress } from '#data/workers.ts'

/** How far a backup or a restore is; after its last step it is still read again. */
export function BackingUp({
  progress,
  title,
}: {
  readonly progress: BackupProgress
  readonly title?: string
}) {
  const { t } = useTranslation('backups')
  const { done, total } = progress
  const isKnown = total > 0 && done < total
  const said = title ?? t(total > 0 && !isKnown ? 'progress.looking' : 'progress.writing')
  return (
    <div role="status">
      <Text size="sm" mb={6}>
        {said}
      </Text>
      <Progress.Root size="md" transitionDuration={0}>
        <Progress.Section
          value={isKnown ? (done / total) * 100 : 100}
          animated={!isKnown}
          aria-label={t('progress.label')}
          aria-valuetext={said}
        />
      </Progress.Root>
    </div>
  )
}
