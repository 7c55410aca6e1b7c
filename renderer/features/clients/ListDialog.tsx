import { Button, Checkbox, Group, Modal, Stack, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClientWords } from '#data/clients.ts'
import type { Circle } from '#shared/client/client.ts'
import { Form } from '#ui/Form.tsx'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { useTags } from '#ui/useTags.ts'
import type { ClientsServices } from './clientsServices.ts'
import { circles } from './search.ts'
import { useClientNames } from './useClientNames.ts'

export type ListDialogProps = {
  readonly count: number
  readonly onClose: () => void
  readonly onKeep: (words: ClientWords) => Promise<void>
}

const none: readonly string[] = []
const nothing = { addTags: none, removeTags: none, addCircles: none }

/** Tags and circles for several clients at once: given to all of them, or taken from all of them. */
export function ListDialog({
  book,
  count,
  onClose,
  onKeep,
}: ListDialogProps & Pick<ClientsServices, 'book'>) {
  const { t } = useTranslation('clients')
  const names = useClientNames()
  const known = useTags(book)
  const typed = useDraft('words for clients', nothing)
  const { addTags, removeTags, addCircles } = typed.value
  const isNothing = addTags.length + removeTags.length + addCircles.length === 0
  return (
    <Modal
      opened
      title={t('describe.title', { count })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
      onClose={onClose}
    >
      <Form
        onSubmit={() => {
          if (!isNothing)
            void onKeep({ addTags, removeTags, addCircles: addCircles as readonly Circle[] }).then(
              typed.forget,
            )
        }}
      >
        <DraftNote draft={typed} />
        <Stack gap="sm">
          <TagsInput
            data-autofocus
            label={t('describe.addTags')}
            data={[...known]}
            value={[...addTags]}
            onChange={(value) => typed.set({ addTags: value })}
          />
          {known.length > 0 && (
            <TagsInput
              label={t('describe.removeTags')}
              data={[...known]}
              value={[...removeTags]}
              onChange={(value) => typed.set({ removeTags: value })}
            />
          )}
          <Checkbox.Group
            label={t('describe.addCircles')}
            value={[...addCircles]}
            onChange={(value) => typed.set({ addCircles: value })}
          >
            <Group mt={6} gap="md">
              {circles.map((circle) => (
                <Checkbox key={circle} value={circle} label={names.circle(circle)} />
              ))}
            </Group>
          </Checkbox.Group>
        </Stack>
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" disabled={isNothing}>
            {t('describe.keep')}
          </Button>
        </Group>
      </Form>
    </Modal>
  )
}
