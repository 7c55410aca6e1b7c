import { Button, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '#shared/imports/report.ts'
import classes from './FirstStart.module.css'

type Props = {
  readonly busy: boolean
  /** How far the sample brand is; null where none is being made. */
  readonly progress: ImportProgress | null
  readonly onOpen: () => void
}

/** The other way on: a made-up brand to look around in. */
export function SampleOffer({ busy, progress, onOpen }: Props) {
  const { t } = useTranslation('firstStart')
  return (
    <section className={classes.sample} aria-label={t('sample.title')}>
      <div>
        <Text fw={600}>{t('sample.title')}</Text>
        <Text c="dimmed" size="sm">
          {t('sample.text')}
        </Text>
      </div>
      <Button variant="default" disabled={busy} onClick={onOpen}>
        {t('sample.open')}
      </Button>
      {progress !== null && (
        <Progress
          className={classes.progress ?? ''}
          size="sm"
          value={shareRead(progress)}
          animated
          aria-label={t('sample.making')}
        />
      )}
    </section>
  )
}

const shareRead = ({ bytes, totalBytes }: ImportProgress): number =>
  totalBytes === 0 ? 0 : (bytes / totalBytes) * 100
