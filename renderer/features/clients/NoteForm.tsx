import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDraft } from '#ui/draft/useDraft.ts'
import { Form } from '#ui/Form.tsx'
import classes from './clients.module.css'

type Props = {
  readonly clientKey: string
  /** Answers whether it was kept. */
  readonly onNote: (text: string) => Promise<boolean>
}
const blank = { text: '' }
const longest = 4000

/** Writes down what happened today. What is typed stays until it is kept, wherever one goes meanwhile. */
export function NoteForm({ clientKey, onNote }: Props) {
  const { t } = useTranslation('clients')
  const draft = useDraft(`note ${clientKey}`, blank)
  const { text } = draft.value
  const keep = async () => {
    if (text.trim() === '') return
    draft.startOver()
    let isKept = false
    try {
      isKept = await onNote(text.trim())
    } finally {
      if (!isKept) draft.set({ text })
    }
  }
  return (
    <Form className={classes.noteForm} onSubmit={() => void keep()}>
      <Textarea
        aria-label={t('timeline.note')}
        placeholder={t('timeline.notePlaceholder')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={longest}
        value={text}
        onChange={({ currentTarget }) => draft.set({ text: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void keep()
        }}
      />
      <Button type="submit" variant="default" disabled={text.trim() === ''}>
        {t('timeline.keepNote')}
      </Button>
    </Form>
  )
}
