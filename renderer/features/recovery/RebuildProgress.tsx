import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '#shared/imports/report.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'

/** How far the reading of the kept files is. */
export function RebuildProgress({
  brand,
  progress,
}: {
  readonly brand: string
  readonly progress: ImportProgress | null
}) {
  const { t } = useTranslation('recovery')
  const format = useFormat()
  const share =
    progress === null || progress.totalBytes === 0 ? 0 : Math.min(progress.bytes / progress.totalBytes, 1)
  const step =
    progress === null || progress.phase === 'reading'
      ? t('progress.reading', {
          file: format.number((progress?.file ?? 0) + 1),
          files: format.number(progress?.files ?? 1),
        })
      : t(`progress.${progress.phase}`)
  const rows =
    progress === null || progress.rows === 0
      ? ''
      : t('progress.rows', { count: progress.rows, number: format.number(progress.rows) })
  const said = [step, rows].filter((text) => text !== '').join(' · ')
  return (
    <>
      <Progress.Root size="md" mt="sm">
        <Progress.Section
          value={share * 100}
          aria-label={t('progress.label', { brand })}
          aria-valuetext={said}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed" mt={6} className="tabular">
        {said}
      </Text>
    </>
  )
}
