import { useState } from 'react'
import { Button, Checkbox, Group, Modal, Stack, TagsInput } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import type { ClientWords } from '#data/clients.ts'
import type { BrandServices } from '#data/services.ts'
import type { Circle } from '#shared/client/client.ts'
import { Form } from '#ui/Form.tsx'
import { circles } from './search.ts'
import { useClientNames } from './useClientNames.ts'

export type ListDialogProps = {
  readonly count: number
  readonly onClose: () => void
  readonly onKeep: (words: ClientWords) => Promise<void>
}

/** Tags and circles for several clients at once: given to all of them, or taken from all of them. */
export function ListDialog({ db, count, onClose, onKeep }: ListDialogProps & Pick<BrandServices, 'db'>) {
  const { t } = useTranslation('clients')
  const names = useClientNames()
  const records = useLiveQuery(() => db.clients.toArray(), [db]) ?? []
  const known = [...new Set(records.flatMap(({ tags }) => tags))].sort()
  const [addTags, setAddTags] = useState<string[]>([])
  const [removeTags, setRemoveTags] = useState<string[]>([])
  const [addCircles, setAddCircles] = useState<string[]>([])
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
          if (!isNothing) void onKeep({ addTags, removeTags, addCircles: addCircles as Circle[] })
        }}
      >
        <Stack gap="sm">
          <TagsInput
            data-autofocus
            label={t('describe.addTags')}
            data={known}
            value={addTags}
            onChange={setAddTags}
          />
          {known.length > 0 && (
            <TagsInput
              label={t('describe.removeTags')}
              data={known}
              value={removeTags}
              onChange={setRemoveTags}
            />
          )}
          <Checkbox.Group label={t('describe.addCircles')} value={addCircles} onChange={setAddCircles}>
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
