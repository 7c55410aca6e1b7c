import { Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '#shared/book/questions.ts'
import { FilterBox } from '#ui/filter/FilterBox.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import classes from './sales.module.css'
import type { SalesServices } from './salesServices.ts'
import { useNames } from './useNames.ts'

type HitFilterProps = {
  readonly book: SalesServices['book']
  readonly sort: 'product' | 'client'
  /** Keys of rows. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Products or clients: a shop may have thousands, so they are searched and not listed. */
export function HitFilter({ chosen, onChange, ...search }: HitFilterProps) {
  const { t } = useTranslation('sales')
  return (
    <FilterBox name={t(`filter.${search.sort}`)} active={chosen.length > 0}>
      {(close) => (
        <HitSearch
          {...search}
          onChoose={(key) => {
            if (!chosen.includes(key)) onChange([...chosen, key])
            close()
          }}
        />
      )}
    </FilterBox>
  )
}

type HitSearchProps = Pick<HitFilterProps, 'book' | 'sort'> & { readonly onChoose: (key: string) => void }

const most = 60
const resting = 80

function HitSearch({ book, sort, onChoose }: HitSearchProps) {
  const { t } = useTranslation('sales')
  const names = useNames()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), resting)
  const { answer: hits, fresh } = useAnswer(book.subscribe, () => findHits(book, sort, asked), asked)
  const isNone = fresh && hits?.length === 0
  const hint = asked === '' ? t(`filter.${sort}Hint`) : isNone ? t(`filter.${sort}None`) : ''
  const about = (hit: Hit) =>
    [
      hit.channel === '' ? '' : names.shop(hit.channel, hit.account),
      ...hit.about.map(({ text: one }) => one),
      hit.sales === null ? '' : t('filter.sales', { count: hit.sales }),
    ]
      .filter((part) => part !== '')
      .join(' · ')
  return (
    <Stack gap="xs" w={320}>
      <TextInput
        data-autofocus
        size="xs"
        label={t(`filter.${sort}Search`)}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Text size="xs" c="dimmed" role="status" hidden={hint === ''}>
        {hint}
      </Text>
      {asked !== '' && (
        <div className={classes.hits}>
          {hits?.map((hit) => (
            <UnstyledButton key={hit.id} className={classes.hit} onClick={() => onChoose(hit.id)}>
              <Text size="sm" truncate title={hit.name.text}>
                <bdi>{hit.name.text || t('filter.unnamed')}</bdi>
              </Text>
              <Text size="xs" c="dimmed" truncate title={about(hit)}>
                <bdi>{about(hit)}</bdi>
              </Text>
            </UnstyledButton>
          ))}
        </div>
      )}
    </Stack>
  )
}

async function findHits(
  book: SalesServices['book'],
  sort: Hit['sort'],
  text: string,
): Promise<readonly Hit[]> {
  if (text === '') return []
  const found = await book.find(text, most)
  return found.find((one) => one.sort === sort)?.hits ?? []
}
