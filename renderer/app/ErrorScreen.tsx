import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function ErrorScreen({ onReload }: { readonly onReload: () => void }) {
  const { t } = useTranslation('app')
  return (
    <Container component="main" size="xs" py={96}>
      <Stack role="alert">
        <Title order={1}>{t('error.title')}</Title>
        <Text c="dimmed">{t('error.text')}</Text>
        <Button w="fit-content" size="sm" onClick={onReload}>
          {t('error.reload')}
        </Button>
      </Stack>
    </Container>
  )
}
