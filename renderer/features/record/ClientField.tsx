import { useState } from 'react'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import type { ClientsQuestion } from '#shared/book/partyQuestions.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import type { RecordServices } from './RecordScreen.tsx'

type Props = {
  readonly services: Pick<RecordServices, 'db' | 'book'>
  /** Id of the client, or null. */
  readonly value: string | null
  readonly onChange: (client: { readonly id: string; readonly name: string } | null) => void
}

const most = 20
const resting = 80

/** One of the clients somebody wrote down, found by a part of the name or mail: there may be very many. */
export function ClientField({ services, value, onChange }: Props) {
  const { t } = useTranslation('record')
  const { db, book } = services
  const chosen = useLiveQuery(() => (value === null ? undefined : db.clients.get(value)), [db, value])
  const [text, setText] = useState('')
  const [rested] = useDebouncedValue(text.trim(), resting)
  const asked = rested === chosen?.name ? '' : rested
  const question: ClientsQuestion = {
    filter: {},
    text: asked,
    show: 'records',
    sort: { by: 'name', descending: false },
    from: 0,
    count: most,
  }
  const { answer } = useAnswer(book.subscribe, () => book.clients(question, {}), asked)
  const known = new Map([
    ...(chosen === undefined ? [] : [[chosen.id, chosen.name] as const]),
    ...(answer?.rows ?? []).map(({ key, name }) => [key, name] as const),
  ])
  return (
    <Select
      label={t('client')}
      placeholder={t('clientHint')}
      data={[...known].map(([id, name]) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value}
      searchable
      clearable
      selectFirstOptionOnChange
      nothingFoundMessage={answer === null ? null : t('noClient')}
      searchValue={text}
      onSearchChange={setText}
      comboboxProps={{ keepMounted: false }}
      onChange={(id) => onChange(id === null ? null : { id, name: known.get(id) ?? '' })}
    />
  )
}
