import { Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListingRow } from '#shared/book/questions.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import { FilterBox } from '#ui/filter/FilterBox.tsx'
import classes from './sales.module.css'
import type { SalesServices } from './salesServices.ts'
import { useNames } from './useNames.ts'

type ProductFilterProps = {
  readonly book: SalesServices['book']
  readonly chosen: readonly number[]
  readonly onChoose: (listing: number) => void
}

/** A shop may have thousands of products, so this one is searched and not listed. */
export function ProductFilter({ book, chosen, onChoose }: ProductFilterProps) {
  const { t } = useTranslation('sales')
  return (
    <FilterBox name={t('filter.product')} active={chosen.length > 0}>
      {(close) => (
        <ProductSearch
          book={book}
          onChoose={(listing) => {
            onChoose(listing)
            close()
          }}
        />
      )}
    </FilterBox>
  )
}

type ProductSearchProps = {
  readonly book: SalesServices['book']
  readonly onChoose: (listing: number) => void
}

function ProductSearch({ book, onChoose }: ProductSearchProps) {
  const { t } = useTranslation('sales')
  const names = useNames()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 80)
  const { answer: products, fresh } = useAnswer(book.subscribe, () => findProducts(book, asked), asked)
  const hint =
    asked === '' ? t('filter.productHint') : fresh && products?.length === 0 ? t('filter.productNone') : ''
  const sub = ({ sku, channel, account }: Product) =>
    [names.shop(channel, account), sku].filter((part) => part !== '').join(' · ')
  return (
    <Stack gap="xs" w={320}>
      <TextInput
        data-autofocus
        size="xs"
        label={t('filter.productSearch')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Text size="xs" c="dimmed" role="status" hidden={hint === ''}>
        {hint}
      </Text>
      {asked !== '' && (
        <div className={classes.hits}>
          {products?.map((product) => (
            <UnstyledButton key={product.id} className={classes.hit} onClick={() => onChoose(product.id)}>
              <Text size="sm" truncate>
                <bdi>{product.title || product.sku || product.key}</bdi>
              </Text>
              <Text size="xs" c="dimmed" truncate>
                <bdi>{sub(product)}</bdi>
              </Text>
            </UnstyledButton>
          ))}
        </div>
      )}
    </Stack>
  )
}

type Product = Pick<ListingRow, 'id' | 'key' | 'title' | 'sku' | 'channel' | 'account'>

/** Products by a part of their name or SKU, each with its shop: two shops may sell the same one. */
async function findProducts(book: SalesServices['book'], text: string): Promise<readonly Product[]> {
  if (text === '') return []
  const found = await book.find(text, 60)
  const products = found.flatMap(({ sort, hits }) => (sort === 'product' ? hits.map(({ id }) => id) : []))
  if (products.length === 0) return []
  return book.listings({ standing: ['counted', 'uncounted', 'waiting'], products }, {})
}
