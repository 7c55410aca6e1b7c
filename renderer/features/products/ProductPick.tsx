import { useState } from 'react'
import { Group, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { ProductRow, ProductsQuestion } from '#shared/book/partyQuestions.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ProductsServices } from './productsServices.ts'
import { useNames } from './useNames.ts'

type Props = {
  readonly book: Pick<ProductsServices['book'], 'products' | 'subscribe'>
  readonly label: string
  readonly placeholder: string
  /** Products, or listings that are none yet. */
  readonly show: NonNullable<ProductsQuestion['show']>
  /** Keys that are no choice. */
  readonly except?: readonly string[]
  readonly onChoose: (row: ProductRow) => void
}

const most = 20

/** One of many products or listings, found by a part of its name or SKU. */
export function ProductPick({ book, label, placeholder, show, except = [], onChoose }: Props) {
  const { t } = useTranslation('products')
  const names = useNames()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 80)
  const question: ProductsQuestion = {
    filter: {},
    text: asked,
    show,
    exceptKeys: except,
    sort: { by: asked === '' ? 'gross' : 'name', descending: asked === '' },
    from: 0,
    count: most,
  }
  const { answer } = useAnswer(book.subscribe, () => book.products(question, {}), JSON.stringify(question))
  const rows = new Map(answer?.rows.map((row) => [row.key, row]))
  const subOf = ({ sku, channels }: ProductRow) =>
    [channels.map(names.channel).join(', '), sku].filter((part) => part !== '').join(' · ')
  return (
    <Select
      data-autofocus
      searchable
      label={label}
      placeholder={placeholder}
      data={[...rows.values()].map(({ key, name, sku }) => ({
        value: key,
        label: name || sku || t('unnamed'),
      }))}
      filter={({ options }) => options}
      nothingFoundMessage={answer === null ? null : t('pick.nothing')}
      value={null}
      searchValue={text}
      onSearchChange={setText}
      selectFirstOptionOnChange
      comboboxProps={{ keepMounted: false }}
      renderOption={({ option }) => {
        const row = rows.get(option.value)
        return (
          <Group gap={6} wrap="nowrap" miw={0}>
            <Text size="sm" truncate>
              <bdi>{option.label}</bdi>
            </Text>
            <Text size="xs" c="dimmed" truncate>
              <bdi>{row === undefined ? '' : subOf(row)}</bdi>
            </Text>
          </Group>
        )
      }}
      onChange={(key) => {
        const row = key === null ? undefined : rows.get(key)
        if (row !== undefined) onChoose(row)
      }}
    />
  )
}
