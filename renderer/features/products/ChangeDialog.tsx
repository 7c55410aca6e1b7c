import { Button, Group, Modal, Select, Stack, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProductWords } from '#data/products.ts'
import { streams } from '#shared/book/entry.ts'
import { productKinds } from '#shared/product/product.ts'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { Form } from '#ui/Form.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useNames } from './useNames.ts'

export type ChangeDialogProps = {
  readonly count: number
  /** Tags in use, to choose from. */
  readonly tags: readonly string[]
  readonly onClose: () => void
  readonly onKeep: (words: ProductWords) => void
}

const nothing = {
  kind: null as string | null,
  stream: null as string | null,
  addTags: [] as readonly string[],
  removeTags: [] as readonly string[],
}

/** What is said of many products at once; what is left empty stays as it is. */
export function ChangeDialog({ count, tags, onClose, onKeep }: ChangeDialogProps) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const typed = useDraft('words for products', nothing)
  const { kind, stream, addTags, removeTags } = typed.value
  const words: ProductWords = {
    ...partOf(
      'kind',
      productKinds.find((one) => one === kind),
    ),
    ...partOf('stream', stream === byKind ? '' : streams.find((one) => one !== '' && one === stream)),
    ...(addTags.length > 0 ? { addTags } : {}),
    ...(removeTags.length > 0 ? { removeTags } : {}),
  }
  const isNothing = Object.keys(words).length === 0
  const unchanged = {
    placeholder: t('change.unchanged'),
    clearable: true,
    comboboxProps: { keepMounted: false },
  }
  return (
    <Modal
      opened
      title={t('change.title', { count, number: format.number(count) })}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <Form
        onSubmit={() => {
          if (isNothing) return
          typed.forget()
          onKeep(words)
        }}
      >
        <DraftNote draft={typed} />
        <Stack gap="sm">
          <Select
            data-autofocus
            label={t('columns.kind')}
            data={productKinds.map((value) => ({ value, label: names.kind(value) }))}
            value={kind}
            onChange={(value) => typed.set({ kind: value })}
            {...unchanged}
          />
          <Select
            label={t('columns.stream')}
            data={[
              { value: byKind, label: t('form.byKind') },
              ...streams
                .filter((value) => value !== '')
                .map((value) => ({ value, label: names.stream(value) })),
            ]}
            value={stream}
            onChange={(value) => typed.set({ stream: value })}
            {...unchanged}
          />
          <TagsInput
            label={t('change.addTags')}
            data={[...tags]}
            value={[...addTags]}
            onChange={(value) => typed.set({ addTags: value })}
          />
          {tags.length > 0 && (
            <TagsInput
              label={t('change.removeTags')}
              data={[...tags]}
              value={[...removeTags]}
              onChange={(value) => typed.set({ removeTags: value })}
            />
          )}
        </Stack>
        <Group justify="end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={isNothing}>
            {t('change.keep')}
          </Button>
        </Group>
      </Form>
    </Modal>
  )
}

/** The choice that takes a stream back: the kind says it again. */
const byKind = 'byKind'

const partOf = <N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [K in N]?: V })
