import { Loader, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '#shared/book/questions.ts'
import { FilterBox } from './FilterMenu.tsx'
import classes from './sales.module.css'
import type { SalesServices } from './salesServices.ts'

type ProductFilterProps = {
  readonly book: SalesServices['book']
  readonly chosen: readonly number[]
  readonly onChoose: (listing: number) => void
}

/** A shop may have thousands of products, so this one is searched and not listed. */
export function ProductFilter({ book, chosen, onChoose }: ProductFilterProps) {
  const { t } = useTranslation('sales')
  return (
    <FilterBox label={t('filter.product')} active={chosen.length > 0}>
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

function ProductSearch({
  book,
  onChoose,
}: {
  readonly book: SalesServices['book']
  readonly onChoose: (listing: number) => void
}) {
  const { t } = useTranslation('sales')
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 80)
  const hits = useHits(book, asked)
  return (
    <Stack gap="xs" w={320}>
      <TextInput
        data-autofocus
        size="xs"
        label={t('filter.productSearch')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {asked === '' && (
        <Text size="xs" c="dimmed">
          {t('filter.productHint')}
        </Text>
      )}
      {asked !== '' && hits === null && <Loader size="xs" />}
      {hits?.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('filter.productNone')}
        </Text>
      )}
      {hits !== null && hits.length > 0 && (
        <div className={classes.hits}>
          {hits.map((hit) => (
            <UnstyledButton key={hit.id} className={classes.hit} onClick={() => onChoose(Number(hit.id))}>
              <Text size="sm" truncate>
                <bdi>{hit.text}</bdi>
              </Text>
              <Text size="xs" c="dimmed" truncate>
                <bdi>{hit.sub}</bdi>
              </Text>
            </UnstyledButton>
          ))}
        </div>
      )}
    </Stack>
  )
}

/** null while the answer to this text is on its way. */
function useHits(book: SalesServices['book'], text: string): readonly SearchHit[] | null {
  const [answer, setAnswer] = useState<{ readonly text: string; readonly hits: readonly SearchHit[] } | null>(
    null,
  )
  useEffect(() => {
    if (text === '') return
    let isCurrent = true
    void book.search(text, 60).then((hits) => {
      if (isCurrent) setAnswer({ text, hits: hits.filter(({ sort }) => sort === 'listing').slice(0, 30) })
    })
    return () => {
      isCurrent = false
    }
  }, [book, text])
  return answer?.text === text ? answer.hits : null
}
