import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Draft } from './useDraft.ts'

type Props = { readonly draft: Pick<Draft<object>, 'isKept' | 'startOver'> }

/** Says that a form shows what was typed another time, and offers to begin anew. */
export function DraftNote({ draft }: Props) {
  const { t } = useTranslation('ui')
  if (!draft.isKept) return null
  return (
    <Text size="sm" c="dimmed" role="status" mb="sm">
      {t('draft.kept')}{' '}
      <Anchor component="button" type="button" size="sm" onClick={draft.startOver}>
        {t('draft.startOver')}
      </Anchor>
    </Text>
  )
}
