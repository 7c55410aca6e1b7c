import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Client } from '#shared/client/client.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'

type Props = {
  readonly followUp: NonNullable<Client['followUp']>
  readonly today: string
  readonly onDone: () => void
}

/** A day to come back to a client, and whether it is time. */
export function FollowUpNote({ followUp: { day, text }, today, onDone }: Props) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const when = day < today ? 'overdue' : day === today ? 'dueToday' : 'followUp'
  return (
    <Note
      tone={when === 'followUp' ? 'plain' : 'careful'}
      title={t(`page.${when}`, { day: format.day(day) })}
    >
      {text !== '' && (
        <Text size="sm">
          <bdi>{text}</bdi>
        </Text>
      )}
      <Button variant="subtle" size="compact-sm" ms={-8} onClick={onDone}>
        {t('page.followUpDone')}
      </Button>
    </Note>
  )
}
