import { useState } from 'react'
import { Group, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { ClientRow, ClientsQuestion } from '#shared/book/partyQuestions.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { DocumentServices } from './documentServices.ts'

type Props = {
  readonly book: Pick<DocumentServices['book'], 'clients' | 'subscribe'>
  readonly error: string | undefined
  readonly autoFocus: boolean
  readonly onChoose: (row: ClientRow) => void
  readonly onCreate: (name: string) => void
}

const most = 20
/** No row is called so. */
const fresh = '\u241f new'

/** One of all clients and buyers, found by a part of the name or mail; a name nobody has makes a new one. */
export function ClientPick({ book, error, autoFocus, onChoose, onCreate }: Props) {
  const { t } = useTranslation('documents')
  const [text, setText] = useState('')
  const typed = text.trim()
  const [asked] = useDebouncedValue(typed, 80)
  const question: ClientsQuestion = {
    filter: {},
    text: asked,
    ...(asked === '' ? { show: 'records' } : {}),
    sort: { by: asked === '' ? 'last' : 'name', descending: asked === '' },
    from: 0,
    count: most,
  }
  const { answer } = useAnswer(book.subscribe, () => book.clients(question, {}), JSON.stringify(question))
  const rows = new Map(answer?.rows.map((row) => [row.key, row]))
  const found = [...rows.values()].map(({ key, name, mail }) => ({ value: key, label: name || mail }))
  const isKnown = [...rows.values()].some(({ name }) => name.toLowerCase() === typed.toLowerCase())
  const create = typed === '' || isKnown ? [] : [{ value: fresh, label: t('client.create', { name: typed }) }]
  return (
    <Select
      searchable
      label={t('client.find')}
      placeholder={t('client.placeholder')}
      error={error}
      data={[...found, ...create]}
      filter={({ options }) => options}
      nothingFoundMessage={answer === null ? null : t('client.nothing')}
      value={null}
      searchValue={text}
      onSearchChange={setText}
      selectFirstOptionOnChange
      autoFocus={autoFocus}
      comboboxProps={{ keepMounted: false }}
      maxDropdownHeight={320}
      renderOption={({ option }) => (
        <Group gap={6} wrap="nowrap" miw={0}>
          <Text size="sm" truncate {...(option.value === fresh ? { c: 'var(--app-accent-text)' } : {})}>
            <bdi>{option.label}</bdi>
          </Text>
          <Text size="xs" c="dimmed" truncate>
            <bdi>{rows.get(option.value)?.mail}</bdi>
          </Text>
        </Group>
      )}
      onChange={(key) => {
        const row = key === null ? undefined : rows.get(key)
        if (key === fresh) onCreate(typed)
        else if (row !== undefined) onChoose(row)
      }}
    />
  )
}
