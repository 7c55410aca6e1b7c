import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { streams, unit } from '#shared/book/entry.ts'
import { AmountFilter, useAmountText } from '#ui/filter/AmountFilter.tsx'
import { ChoiceFilter } from '#ui/filter/ChoiceFilter.tsx'
import { FilterBar } from '#ui/filter/FilterBar.tsx'
import { useChips } from '#ui/filter/FilterChips.tsx'
import { PeriodFilter, usePeriodText } from '#ui/filter/PeriodFilter.tsx'
import { SearchField } from '#ui/filter/SearchField.tsx'
import { HitFilter } from './HitFilter.tsx'
import type { SalesSearch } from './search.ts'
import type { Facets } from './useFacets.ts'
import { useFoundChips } from './useFoundChips.ts'
import { chosenStatuses, statusChoices, statusSearch } from './statusChoice.ts'
import { useNames } from './useNames.ts'
import type { SalesServices } from './salesServices.ts'

const set = <T,>(chosen: readonly T[]): readonly T[] | undefined => (chosen.length === 0 ? undefined : chosen)

type SalesFiltersProps = {
  readonly services: SalesServices
  readonly search: SalesSearch
  readonly facets: Facets
  /** What amounts are typed in. */
  readonly currency: string
  readonly onChange: (filter: Partial<SalesSearch>, replace?: boolean) => void
  readonly onClear: () => void
  /** From the search field down into the list. */
  readonly onLeave: () => void
}

export function SalesFilters(props: SalesFiltersProps) {
  const { services, search, facets, currency, onChange, onClear, onLeave } = props
  const { t } = useTranslation('sales')
  const choices = useChoices(props)
  const found = useFoundChips(services, search, onChange)
  const own = useOwnChips(props)
  const { choiceChips } = useChips()
  const chips = [...own, ...choices.flatMap(choiceChips), ...found]
  const shown = choices.filter(
    ({ key, options }) => key !== 'channel' && (key !== 'tag' || options.length > 0),
  )
  return (
    <FilterBar chips={chips} onClear={onClear}>
      <SearchField
        label={t('filter.search')}
        text={search.text ?? ''}
        onChange={(text) => onChange({ text: text === '' ? undefined : text }, true)}
        onLeave={onLeave}
      />
      <PeriodFilter today={services.today()} period={search} onChange={onChange} />
      <HitFilter
        book={services.book}
        sort="product"
        chosen={search.products ?? []}
        onChange={(products) => onChange({ products: set(products) })}
      />
      <HitFilter
        book={services.book}
        sort="client"
        chosen={search.clients ?? []}
        onChange={(clients) => onChange({ clients: set(clients) })}
      />
      {shown
        .filter(({ key }) => key !== 'currency' || facets.currencies.length > 1)
        .map(({ key, ...choice }) => (
          <ChoiceFilter key={key} {...choice} />
        ))}
      <AmountFilter
        name={t('filter.amount')}
        currency={currency}
        range={search.amount ?? {}}
        onChange={({ from, to }) =>
          onChange({ amount: from === undefined && to === undefined ? undefined : { from, to } })
        }
      />
      <Button
        variant={search.hasRefund ? 'light' : 'default'}
        aria-pressed={search.hasRefund === true}
        onClick={() => onChange({ hasRefund: search.hasRefund ? undefined : true })}
      >
        {t('filter.refunded')}
      </Button>
    </FilterBar>
  )
}

/** Filters with a few things to choose from. The channel has no button of its own: a link from a chart sets it. */
function useChoices({ search, facets, onChange }: SalesFiltersProps) {
  const { t } = useTranslation('sales')
  const names = useNames()
  return [
    {
      key: 'account',
      name: t('filter.shop'),
      options: facets.accounts.map((value) => ({
        value,
        label: names.shop(value.split(unit)[0] ?? '', value),
      })),
      chosen: search.accounts ?? [],
      onChange: (chosen: readonly string[]) => onChange({ accounts: set(chosen) }),
    },
    {
      key: 'channel',
      name: t('filter.channel'),
      options: (search.channels ?? []).map((value) => ({ value, label: names.channel(value) })),
      chosen: search.channels ?? [],
      onChange: (chosen: readonly string[]) => onChange({ channels: set(chosen) }),
    },
    {
      key: 'stream',
      name: t('filter.stream'),
      options: facets.streams.map((value) => ({ value, label: names.stream(value) })),
      chosen: search.streams ?? [],
      onChange: (chosen: readonly string[]) =>
        onChange({ streams: set(streams.filter((stream) => chosen.includes(stream))) }),
    },
    {
      key: 'currency',
      name: t('filter.currency'),
      options: facets.currencies.map((value) => ({ value, label: value })),
      chosen: search.currencies ?? [],
      onChange: (chosen: readonly string[]) => onChange({ currencies: set(chosen) }),
    },
    {
      key: 'standing',
      name: t('filter.standing'),
      options: statusChoices.map((value) => ({ value, label: t(`standing.${value}`) })),
      chosen: chosenStatuses(search),
      onChange: (chosen: readonly string[]) => onChange(statusSearch(chosen)),
    },
    {
      key: 'tag',
      name: t('filter.tag'),
      options: facets.tags.map((value) => ({ value, label: value })),
      chosen: search.tags ?? [],
      onChange: (chosen: readonly string[]) => onChange({ tags: set(chosen) }),
    },
  ]
}

/** What is set of text, period, amount and refunds. */
function useOwnChips({ search, currency, onChange }: SalesFiltersProps) {
  const { t } = useTranslation(['sales', 'lists'])
  const { chip } = useChips()
  const period = usePeriodText()(search)
  const amount = useAmountText()(search.amount ?? {}, currency)
  return [
    ...(period === null
      ? []
      : [chip(t('lists:filter.period'), period, () => onChange({ from: undefined, to: undefined }))]),
    ...(amount === null ? [] : [chip(t('filter.amount'), amount, () => onChange({ amount: undefined }))]),
    ...(search.hasRefund === true
      ? [
          {
            key: 'refunded',
            label: t('filter.refunded'),
            onRemove: () => onChange({ hasRefund: undefined }),
          },
        ]
      : []),
    ...(search.text === undefined || search.text.trim() === ''
      ? []
      : [
          {
            key: 'text',
            label: t('filter.text', { text: search.text.trim() }),
            onRemove: () => onChange({ text: undefined }),
          },
        ]),
  ]
}
