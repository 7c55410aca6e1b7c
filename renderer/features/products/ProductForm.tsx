import { useMemo, useState } from 'react'
import { Button, Group, Select, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { streams } from '#shared/book/entry.ts'
import { productKinds } from '#shared/product/product.ts'
import { Form } from '#ui/Form.tsx'
import { DraftNote } from '#ui/draft/DraftNote.tsx'
import { useDraft } from '#ui/draft/useDraft.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { MoneyInput } from '#ui/MoneyInput.tsx'
import { drawPicture, type DrawnPicture } from '#ui/picture/drawPicture.ts'
import { PictureField } from '#ui/picture/PictureField.tsx'
import { currencyChoices } from '#ui/places.ts'
import { draftOf, readDraft, type Described, type FormDraft, type FormField } from './draft.ts'
import { keptInDraft, pictureOf, type DraftPicture } from './draftPicture.ts'
import { PictureFrame, useAddress, usePicture, type PictureProps } from './ProductPicture.tsx'
import { useNames } from './useNames.ts'

/** `keep`: as it was. */
export type PictureChoice = DrawnPicture | 'keep' | 'none'

type Props = {
  readonly db: PictureProps['db']
  readonly described: Described
  /** What is typed is kept under this name until it is saved. */
  readonly draftName: string
  readonly image: string | null
  /** What a price without a currency is in. */
  readonly currency: string
  /** Tags in use, to choose from. */
  readonly tags: readonly string[]
  readonly saveName: string
  readonly onCancel: () => void
  /** Answers whether it was kept. */
  readonly onSave: (described: Described, picture: PictureChoice) => Promise<boolean>
  /** Makes the picture to be kept; tests have no canvas. */
  readonly draw?: typeof drawPicture
}

const firstOf = (described: Described, currency: string): FormDraft & { readonly picture: DraftPicture } => ({
  ...draftOf(described, currency),
  picture: null,
})

/** All that a person says of a product. */
export function ProductForm(props: Props) {
  const { db, draftName, image, currency, tags, saveName, onCancel, onSave, draw = drawPicture } = props
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const typed = useDraft(`product ${draftName}`, firstOf(props.described, currency))
  const { value: draft, set } = typed
  const picture = useMemo(() => pictureOf(draft.picture), [draft.picture])
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [currencies] = useState(() => currencyChoices(format.locale))
  const kept = usePicture(db, picture === 'keep' ? image : null)
  const drawn = useAddress(typeof picture === 'string' ? null : picture)
  const read = readDraft(draft)
  const errorOf = (field: FormField) =>
    asked && 'wrong' in read && read.wrong === field ? t(`form.errors.${field}`) : undefined
  const take = async (file: File) => {
    const made = await draw(file)
    if (!made.ok) return made.error
    set({ picture: keptInDraft(made.value) })
    return null
  }
  const save = async () => {
    setAsked(true)
    if ('wrong' in read) return
    setBusy(true)
    if (await onSave(read.described, picture)) typed.forget()
    else setBusy(false)
  }
  return (
    <Form onSubmit={() => void save()}>
      <DraftNote draft={typed} />
      <Stack gap="sm">
        <PictureField
          label={t('form.picture')}
          isSet={kept !== null || drawn !== null}
          onFile={take}
          onRemove={() => set({ picture: 'none' })}
        >
          <PictureFrame address={drawn ?? kept} kind={draft.kind} size={72} />
        </PictureField>
        <TextInput
          data-autofocus
          required
          label={t('form.name')}
          value={draft.name}
          error={errorOf('name')}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
          <Select
            label={t('columns.kind')}
            data={productKinds.map((value) => ({ value, label: names.kind(value) }))}
            value={draft.kind}
            allowDeselect={false}
            comboboxProps={{ keepMounted: false }}
            onChange={(kind) => set({ kind: productKinds.find((one) => one === kind) ?? draft.kind })}
          />
          <Select
            label={t('columns.stream')}
            data={streams.map((value) => ({
              value,
              label: value === '' ? t('form.byKind') : names.stream(value),
            }))}
            value={draft.stream}
            allowDeselect={false}
            comboboxProps={{ keepMounted: false }}
            onChange={(stream) => set({ stream: streams.find((one) => one === stream) ?? '' })}
          />
          <TextInput
            label={t('columns.sku')}
            value={draft.sku}
            error={errorOf('sku')}
            onChange={({ currentTarget }) => set({ sku: currentTarget.value })}
          />
          <TextInput
            label={t('columns.stock')}
            placeholder={t('form.notCounted')}
            inputMode="numeric"
            value={draft.stock}
            error={errorOf('stock')}
            onChange={({ currentTarget }) => set({ stock: currentTarget.value })}
          />
          <MoneyInput
            label={t('columns.price')}
            currency={draft.currency}
            value={draft.price}
            error={errorOf('price')}
            onChange={(price) => set({ price })}
          />
          <Select
            label={t('form.currency')}
            data={currencies}
            value={draft.currency}
            searchable
            allowDeselect={false}
            comboboxProps={{ keepMounted: false }}
            onChange={(code) => set({ currency: code ?? draft.currency })}
          />
        </SimpleGrid>
        <TagsInput
          label={t('columns.tags')}
          data={[...tags]}
          value={[...draft.tags]}
          onChange={(chosen) => set({ tags: chosen })}
        />
        <Textarea
          label={t('form.note')}
          autosize
          minRows={2}
          maxRows={10}
          value={draft.note}
          onChange={({ currentTarget }) => set({ note: currentTarget.value })}
        />
        <Group justify="end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {saveName}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
