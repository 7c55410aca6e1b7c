import { useState } from 'react'
import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findProfileError, type BrandProfile } from '#shared/brand/brand.ts'
import { BrandFields } from '#ui/BrandFields.tsx'

type Props = {
  readonly profile: BrandProfile
  readonly locale: string
  readonly busy: boolean
  readonly onChange: (profile: BrandProfile) => void
  readonly onContinue: () => void
}

export function BrandStep({ profile, locale, busy, onChange, onContinue }: Props) {
  const { t } = useTranslation('firstStart')
  const [asked, setAsked] = useState(false)
  const wrong = asked ? (findProfileError(profile)?.field ?? null) : null
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (findProfileError(profile) === null) onContinue()
  }
  return (
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
  )
}
