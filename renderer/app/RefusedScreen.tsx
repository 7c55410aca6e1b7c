import { useState } from 'react'
import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = { readonly code: 'newer' | 'unopenable'; readonly onRetry: () => Promise<void> }

/** The data cannot be opened at all; nothing is drawn over it, nothing is written. */
export function RefusedScreen({ code, onRetry }: Props) {
  const { t } = useTranslation('app')
  const [trying, setTrying] = useState(false)
  const retry = async () => {
    setTrying(true)
    await onRetry()
    setTrying(false)
  }
  return (
    <Container component="main" size="xs" py={96}>
      <Stack role="alert">
        <Title order={1}>{t(`refused.${code}.title`)}</Title>
        <Text c="dimmed">{t(`refused.${code}.text`)}</Text>
        <Button w="fit-content" size="sm" loading={trying} onClick={() => void retry()}>
          {t('refused.again')}
        </Button>
      </Stack>
    </Container>
  )
}
