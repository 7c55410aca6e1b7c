import { Combobox, Stack, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Findings, Hit } from '#shared/book/questions.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import { FilterBox } from './FilterBox.tsx'
import classes from './filter.module.css'

type Book = {
  readonly find: (text: string, most: number) => Promise<Findings>
  readonly subscribe: (listener: (version: number) => void) => () => void
}
type HitFilterProps = {
  readonly book: Book
  readonly sort: 'product' | 'client'
  /** What a shop is called. */
  readonly shop: (channel: string, account: string) => string
  /** Keys of rows. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Products or clients: a shop may have thousands, so they are searched and not listed. */
export function HitFilter({ chosen, onChange, ...search }: HitFilterProps) {
  const { t } = useTranslation('lists')
  return (
    <FilterBox name={t(`hits.${search.sort}`)} active={chosen.length > 0}>
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

type HitSearchProps = Pick<HitFilterProps, 'book' | 'sort' | 'shop'> & {
  readonly onChoose: (key: string) => void
}

const most = 60
const resting = 80

/** A field and what was found below it: arrows go through it, Enter takes one, Escape leaves. */
function HitSearch({ book, sort, shop, onChoose }: HitSearchProps) {
  const { t } = useTranslation('lists')
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), resting)
  const { answer, fresh } = useAnswer(book.subscribe, () => findHits(book, sort, asked), asked)
  const hits = asked === '' ? [] : (answer ?? [])
  const isNone = fresh && asked !== '' && hits.length === 0
  const hint = asked === '' ? t(`hits.${sort}Hint`) : isNone ? t(`hits.${sort}None`) : ''
  const combobox = useCombobox({ opened: hits.length > 0 })
  const onFound = useEffectEvent(() => {
    combobox.resetSelectedOption()
    combobox.selectFirstOption()
  })
  useEffect(() => onFound(), [answer])
  const about = (hit: Hit) =>
    [
      hit.channel === '' ? '' : shop(hit.channel, hit.account),
      ...hit.about.map(({ text: one }) => one),
      hit.sales === null ? '' : t('hits.sales', { count: hit.sales }),
    ]
      .filter((part) => part !== '')
      .join(' · ')
  return (
    <Combobox store={combobox} onOptionSubmit={onChoose} classNames={{ option: classes.hit ?? '' }}>
      <Stack gap="xs" w={320}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            data-autofocus
            size="xs"
            label={t(`hits.${sort}Search`)}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Text size="xs" c="dimmed" role="status" hidden={hint === ''}>
          {hint}
        </Text>
        <Combobox.Options
          className={classes.hits ?? ''}
          aria-label={t(`hits.${sort}`)}
          hidden={hits.length === 0}
        >
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id} aria-selected={false}>
              <Text size="sm" truncate title={hit.name.text}>
                <bdi>{hit.name.text || t('hits.unnamed')}</bdi>
              </Text>
              <Text size="xs" truncate title={about(hit)} className={classes.about ?? ''}>
                <bdi>{about(hit)}</bdi>
              </Text>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Stack>
    </Combobox>
  )
}

async function findHits(book: Book, sort: Hit['sort'], text: string): Promise<readonly Hit[]> {
  if (text === '') return []
  const found = await book.find(text, most)
  return found.find((one) => one.sort === sort)?.hits ?? []
}
