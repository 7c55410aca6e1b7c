import { Button } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { unit } from '#shared/book/entry.ts'
import { ChoiceFilter } from '#ui/filter/ChoiceFilter.tsx'
import { FilterBar } from '#ui/filter/FilterBar.tsx'
import { useChips, type FilterChip } from '#ui/filter/FilterChips.tsx'
import { PeriodFilter, usePeriodText } from '#ui/filter/PeriodFilter.tsx'
import { SearchField } from '#ui/filter/SearchField.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ClientsServices } from './clientsServices.ts'
import { circles, type ClientsSearch } from './search.ts'
import { useClientNames } from './useClientNames.ts'

type Props = {
  readonly services: ClientsServices
  readonly search: ClientsSearch
  readonly onChange: (part: Partial<ClientsSearch>, replace?: boolean) => void
  readonly onClear: () => void
  readonly onLeave: () => void
}

const everything = { standing: ['counted', 'uncounted', 'waiting'] } as const
const set = <T,>(chosen: readonly T[]): readonly T[] | undefined => (chosen.length === 0 ? undefined : chosen)

/** What the list of clients can be narrowed to. */
export function ClientsFilters(props: Props) {
  const { services, search, onChange, onClear, onLeave } = props
  const { t } = useTranslation(['clients', 'lists'])
  const { choiceChips, chip } = useChips()
  const period = usePeriodText()(search)
  const choices = useChoices(props)
  const switches = [
    { name: t('filter.returning'), part: 'returning' },
    { name: t('filter.due'), part: 'due' },
  ] as const
  const flag = (key: string, label: string, onRemove: () => void): FilterChip => ({ key, label, onRemove })
  const chips = [
    ...(period === null
      ? []
      : [chip(t('lists:filter.period'), period, () => onChange({ from: undefined, to: undefined }))]),
    ...choices.flatMap(choiceChips),
    ...switches.flatMap(({ name, part }) =>
      search[part] === true ? [flag(part, name, () => onChange({ [part]: undefined }))] : [],
    ),
    ...(search.show === undefined
      ? []
      : [flag('show', t(`filter.${search.show}`), () => onChange({ show: undefined }))]),
    ...(search.text === undefined || search.text.trim() === ''
      ? []
      : [flag('text', t('filter.text', { text: search.text.trim() }), () => onChange({ text: undefined }))]),
  ]
  return (
    <FilterBar chips={chips} onClear={onClear}>
      <SearchField
        label={t('filter.search')}
        text={search.text ?? ''}
        onChange={(text) => onChange({ text: text === '' ? undefined : text }, true)}
        onLeave={onLeave}
      />
      <PeriodFilter today={services.today()} period={search} onChange={onChange} />
      {choices.map((choice) => choice.options.length > 0 && <ChoiceFilter key={choice.name} {...choice} />)}
      {switches.map(({ name, part }) => (
        <Button
          key={part}
          variant={search[part] === true ? 'light' : 'default'}
          aria-pressed={search[part] === true}
          onClick={() => onChange({ [part]: search[part] === true ? undefined : true })}
        >
          {name}
        </Button>
      ))}
    </FilterBar>
  )
}

function useChoices({ services: { book, db }, search, onChange }: Props) {
  const { t } = useTranslation('clients')
  const names = useClientNames()
  const { answer: channels } = useAnswer(
    book.subscribe,
    async () => {
      const rows = await book.totals(everything, { by: 'account', bucket: 'none' }, {})
      return [...new Set(rows.map(({ key }) => key.split(unit)[0] ?? ''))].filter((id) => id !== '')
    },
    '',
  )
  const records = useLiveQuery(() => db.clients.toArray(), [db]) ?? []
  const tags = [...new Set(records.flatMap((client) => client.tags))].sort()
  return [
    {
      name: t('columns.channel'),
      options: (channels ?? []).map((value) => ({ value, label: names.channel(value) })),
      chosen: search.channels ?? [],
      onChange: (chosen: readonly string[]) => onChange({ channels: set(chosen) }),
    },
    {
      name: t('columns.circles'),
      options: circles.map((value) => ({ value, label: names.circle(value) })),
      chosen: search.circles ?? [],
      onChange: (chosen: readonly string[]) =>
        onChange({ circles: set(circles.filter((circle) => chosen.includes(circle))) }),
    },
    {
      name: t('columns.tags'),
      options: tags.map((value) => ({ value, label: value })),
      chosen: search.tags ?? [],
      onChange: (chosen: readonly string[]) => onChange({ tags: set(chosen) }),
    },
  ]
}
