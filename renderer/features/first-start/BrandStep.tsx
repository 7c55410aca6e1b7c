import { useState } from 'react'
import { Button, Progress, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findProfileError, type BrandProfile } from '#shared/brand/brand.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import { BrandFields } from '#ui/BrandFields.tsx'
import classes from './FirstStart.module.css'

type Props = {
  readonly profile: BrandProfile
  readonly locale: string
  readonly busy: boolean
  /** How far the sample brand is. */
  readonly progress: ImportProgress | null
  readonly onChange: (profile: BrandProfile) => void
  readonly onContinue: () => void
  readonly onSample: () => void
}

export function BrandStep({ profile, locale, busy, progress, onChange, onContinue, onSample }: Props) {
  const { t } = useTranslation('firstStart')
  const [asked, setAsked] = useState(false)
  const wrong = asked ? (findProfileError(profile)?.field ?? null) : null
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (findProfileError(profile) === null) onContinue()
  }
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Title order={1}>{t('brand.title')}</Title>
        <Text c="dimmed" mb="lg">
          {t('brand.text')}
        </Text>
        <BrandFields profile={profile} locale={locale} wrong={wrong} onChange={onChange} currencyFollows />
        <Button type="submit" size="sm" mt="xl" fullWidth disabled={busy}>
          {t('brand.continue')}
        </Button>
      </form>
      <section className={classes.sample} aria-label={t('sample.title')}>
        <div>
          <Text fw={600}>{t('sample.title')}</Text>
          <Text c="dimmed" size="sm">
            {t('sample.text')}
          </Text>
        </div>
        <Button variant="default" loading={busy} onClick={onSample}>
          {t('sample.open')}
        </Button>
        {busy && (
          <Progress
            className={classes.progress ?? ''}
            size="sm"
            value={shareRead(progress)}
            animated
            aria-label={t('sample.making')}
          />
        )}
      </section>
    </>
  )
}

const shareRead = (progress: ImportProgress | null): number =>
  progress === null || progress.totalBytes === 0 ? 0 : (progress.bytes / progress.totalBytes) * 100
