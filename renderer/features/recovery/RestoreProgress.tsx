import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RestoreStep } from './RecoveryScreen.tsx'

type Props = { readonly brand: string; readonly step: RestoreStep | null }

/** How far the restoring of a backup is. */
export function RestoreProgress({ brand, step }: Props) {
  const { t } = useTranslation('recovery')
  const share = step?.share ?? null
  return (
    <>
      <Progress.Root size="md" mt="sm" transitionDuration={0}>
        <Progress.Section
          value={(share ?? 1) * 100}
          animated={share === null}
          aria-label={t('progress.restoring', { brand })}
          aria-valuetext={step?.said ?? ''}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed" mt={6}>
        {step?.said}
      </Text>
    </>
  )
}
