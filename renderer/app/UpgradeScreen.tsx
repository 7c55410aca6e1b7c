import { useEffect, useEffectEvent, useState } from 'react'
import { Button, Container, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NotBackedUp } from '#data/backup/backUp.ts'
import { useBackupTexts } from '#features/backups/useBackupTexts.ts'
import type { Result } from '#shared/result.ts'
import { Note } from '#ui/Note.tsx'

type Props = {
  readonly onBackUp: () => Promise<Result<null, NotBackedUp>>
  /** Brings the data up to date, and opens the app. */
  readonly onContinue: () => Promise<void>
}

/** An older app's data is backed up before a newer one changes how it is kept; where that fails, the person decides. */
export function UpgradeScreen({ onBackUp, onContinue }: Props) {
  const { t } = useTranslation('backups')
  const texts = useBackupTexts()
  const [failure, setFailure] = useState<NotBackedUp['code'] | null>(null)
  const [round, setRound] = useState(0)
  const backUp = useEffectEvent(async () => {
    const made = await onBackUp()
    if (made.ok) return onContinue()
    setFailure(made.error.code)
  })
  useEffect(() => void backUp(), [round])
  const again = () => {
    setFailure(null)
    setRound(round + 1)
  }
  const isWhole = failure === null || failure === 'unchanged' || failure === 'empty'
  return (
    <Container component="main" size="xs" py={96}>
      <Stack>
        <Title order={1}>{t('upgrade.title')}</Title>
        <Text c="dimmed">{t('upgrade.text')}</Text>
        {isWhole ? (
          <div role="status" aria-label={t('progress.writing')}>
            <Loader size="sm" />
          </div>
        ) : (
          <>
            <Note tone="bad" role="alert" title={t('upgrade.failed')}>
              {texts.why(failure)}
            </Note>
            <Group gap="xs">
              <Button size="sm" onClick={again}>
                {t('upgrade.again')}
              </Button>
              <Button size="sm" variant="default" onClick={() => void onContinue()}>
                {t('upgrade.without')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Container>
  )
}
