import { Anchor, Stack, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function MissingPage() {
  const { t } = useTranslation('app')
  return (
    <Stack p="xl">
      <Title order={1}>{t('missing.title')}</Title>
      <Anchor component={Link} to="/">
        {t('missing.home')}
      </Anchor>
    </Stack>
  )
}
