import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import type { Format } from '#ui/format/format.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'

type ImportProgressViewProps = {
  readonly files: readonly ChosenFile[]
  readonly progress: ImportProgress | null
  readonly saving: boolean
  readonly onCancel: () => void
}

/** How far an import is: rows read, time left, and the way out while nothing is changed yet. */
export function ImportProgressView({ files, progress, saving, onCancel }: ImportProgressViewProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const phase = progress?.phase ?? (saving ? 'saving' : 'reading')
  const share =
    progress === null || progress.totalBytes === 0 ? 0 : Math.min(progress.bytes / progress.totalBytes, 1)
  const name = files[progress?.file ?? 0]?.name ?? ''
  const heading = phase === 'reading' ? t('progress.reading', { name }) : t(`progress.${phase}`)
  const rows =
    progress === null || progress.rows === 0
      ? ''
      : t('progress.rows', { count: progress.rows, number: format.number(progress.rows) })
  const said = [rows, timeLeft(progress, t, format)].filter((text) => text !== '').join(' · ')
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600} truncate>
          <bdi>{heading}</bdi>
        </Text>
        {files.length > 1 && phase === 'reading' && (
          <Text size="xs" c="dimmed">
            {t('progress.readingOf', {
              file: format.number((progress?.file ?? 0) + 1),
              files: format.number(files.length),
            })}
          </Text>
        )}
      </div>
      <Progress.Root size="md" transitionDuration={0}>
        <Progress.Section
          value={phase === 'reading' ? share * 100 : 100}
          animated={phase !== 'reading'}
          aria-label={t('progress.label')}
          aria-valuetext={said === '' ? heading : said}
        />
      </Progress.Root>
      <Group justify="space-between" mih={30}>
        <Text size="sm" c="dimmed" className="tabular">
          {said}
        </Text>
        {!saving && (
          <Button variant="default" onClick={onCancel}>
            {t('flow.cancel')}
          </Button>
        )}
      </Group>
      {!saving && (
        <Text size="xs" c="dimmed">
          {t('progress.nothingYet')}
        </Text>
      )}
    </Stack>
  )
}

function timeLeft(progress: ImportProgress | null, t: TFunction<'imports'>, format: Format): string {
  const seconds = progress?.secondsLeft ?? null
  if (seconds === null) return ''
  if (seconds < 2) return t('progress.soon')
  const [unit, count] =
    seconds < 90
      ? (['seconds', Math.round(seconds)] as const)
      : (['minutes', Math.round(seconds / 60)] as const)
  return t(`progress.${unit}`, { count, number: format.number(count) })
}
