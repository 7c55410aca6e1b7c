import { Button, Group, Modal, Select, Stack, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { assignmentsAfter } from '#data/assignments.ts'
import type { SaleWords } from '#shared/assignments/saleWords.ts'
import { streams, type Stream } from '#shared/book/entry.ts'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { Form } from '#ui/Form.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Note } from '#ui/Note.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { useTags } from '#ui/useTags.ts'
import type { SalesServices } from './salesServices.ts'
import { useNames } from './useNames.ts'

export type BulkDialogProps = {
  readonly services: SalesServices
  /** Keys of the sales. */
  readonly keys: readonly string[]
  readonly onClose: () => void
  readonly onKeep: (words: SaleWords) => Promise<void>
}

const asTheyAre = 'as they are'
const asSaid = 'as said'
const nothing = { stream: asTheyAre, addTags: [] as readonly string[], removeTags: [] as readonly string[] }

/** The same stream and tags for many sales, and what that would change, before it does. */
export function BulkDialog({ services, keys, onClose, onKeep }: BulkDialogProps) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const names = useNames()
  const { book } = services
  const typed = useDraft('words for sales', nothing)
  const { stream, addTags, removeTags } = typed.value
  const tags = useTags(book)
  const words: SaleWords = {
    ...(stream === asTheyAre ? {} : { stream: (stream === asSaid ? '' : stream) as Stream }),
    ...(addTags.length > 0 ? { addTags } : {}),
    ...(removeTags.length > 0 ? { removeTags } : {}),
  }
  const isNothing = Object.keys(words).length === 0
  const { answer: effect } = useAnswer(
    book.subscribe,
    async () => {
      if (isNothing) return null
      const changes = await assignmentsAfter(services, keys, words)
      return book.preview(changes.map((change) => ({ table: 'assignments', ...change })))
    },
    JSON.stringify(words),
  )
  const moved = (effect?.moved ?? []).map(({ from, to, lines }) =>
    t('bulk.moved', {
      from: names.stream(from),
      to: names.stream(to),
      count: lines,
      number: format.number(lines),
    }),
  )
  return (
    <Modal
      opened
      title={t('bulk.title', { count: keys.length, number: format.number(keys.length) })}
      closeButtonProps={{ 'aria-label': t('bulk.close') }}
      onClose={onClose}
    >
      <Form
        onSubmit={() => {
          if (!isNothing) void onKeep(words).then(typed.forget)
        }}
      >
        <DraftNote draft={typed} />
        <Stack gap="sm">
          <Select
            data-autofocus
            label={t('words.stream')}
            allowDeselect={false}
            data={[
              { value: asTheyAre, label: t('bulk.asTheyAre') },
              { value: asSaid, label: t('words.asSaid') },
              ...streams.filter((one) => one !== '').map((value) => ({ value, label: names.stream(value) })),
            ]}
            value={stream}
            comboboxProps={{ keepMounted: false }}
            onChange={(value) => typed.set({ stream: value ?? asTheyAre })}
          />
          <TagsInput
            label={t('bulk.addTags')}
            data={[...tags]}
            value={[...addTags]}
            onChange={(value) => typed.set({ addTags: value })}
          />
          {tags.length > 0 && (
            <TagsInput
              label={t('bulk.removeTags')}
              data={[...tags]}
              value={[...removeTags]}
              onChange={(value) => typed.set({ removeTags: value })}
            />
          )}
          <Note tone="plain" role="status">
            {isNothing || effect === null
              ? t('bulk.nothingYet')
              : effect.lines === 0
                ? t('bulk.nothing')
                : t('bulk.effect', {
                    count: effect.sales,
                    number: format.number(effect.sales),
                    money: effect.money
                      .map(({ currency, gross }) => format.money(gross, currency))
                      .join(' + '),
                  })}
            {moved.map((text) => (
              <div key={text}>{text}</div>
            ))}
          </Note>
        </Stack>
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('bulk.cancel')}
          </Button>
          <Button type="submit" disabled={isNothing}>
            {t('bulk.keep')}
          </Button>
        </Group>
      </Form>
    </Modal>
  )
}
