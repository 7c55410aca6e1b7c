import { useTranslation } from 'react-i18next'
import { streams, unit } from '#shared/book/entry.ts'
import { AmountFilter, useAmountText } from '#ui/filter/AmountFilter.tsx'
import { ChoiceFilters, type Choice } from '#ui/filter/ChoiceFilters.tsx'
import { FilterBar } from '#ui/filter/FilterBar.tsx'
import { useChips } from '#ui/filter/FilterChips.tsx'
import { HitFilter } from '#ui/filter/HitFilter.tsx'
import { PeriodFilter } from '#ui/filter/PeriodFilter.tsx'
import { SearchField } from '#ui/filter/SearchField.tsx'
import { some, someOf } from '#ui/filter/some.ts'
import { SwitchFilter } from '#ui/filter/SwitchFilter.tsx'
import type { Facets } from '#ui/filter/useFacets.ts'
import { useHitChips } from '#ui/filter/useHitChips.ts'
import { switchChip, useListChips } from '#ui/filter/useListChips.ts'
import type { SalesServices } from './salesServices.ts'
import type { SalesSearch } from './search.ts'
import { chosenStatuses, statusChoices, statusSearch } from './statusChoice.ts'
import { useLinkChips } from './useLinkChips.ts'
import { useNames } from './useNames.ts'

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
  const { services, search, currency, onChange, onClear, onLeave } = props
  const { t } = useTranslation('sales')
  const names = useNames()
  const choices = useChoices(props)
  const chips = useSalesChips(props, choices)
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
        shop={names.shop}
        chosen={search.products ?? []}
        onChange={(products) => onChange({ products: some(products) })}
      />
      <HitFilter
        book={services.book}
        sort="client"
        shop={names.shop}
        chosen={search.clients ?? []}
        onChange={(clients) => onChange({ clients: some(clients) })}
      />
      <ChoiceFilters choices={choices} />
      <AmountFilter
        name={t('filter.amount')}
        currency={currency}
        range={search.amount ?? {}}
        onChange={({ from, to }) =>
          onChange({ amount: from === undefined && to === undefined ? undefined : { from, to } })
        }
      />
      <SwitchFilter
        name={t('filter.refunded')}
        isOn={search.hasRefund === true}
        onChange={(isOn) => onChange({ hasRefund: isOn || undefined })}
      />
    </FilterBar>
  )
}

/** A shop says its channel; where a channel has several shops, they can be asked for together. */
function useChoices({ search, facets, onChange }: SalesFiltersProps): readonly Choice[] {
  const { t } = useTranslation('sales')
  const names = useNames()
  const { channels, accounts } = facets
  return [
    {
      key: 'channel',
      name: t('filter.channel'),
      options: [...new Set([...channels, ...(search.channels ?? [])])].map((value) => ({
        value,
        label: names.channel(value),
      })),
      chosen: search.channels ?? [],
      isDrawn: channels.length > 1 && channels.length < accounts.length,
      onChange: (chosen) => onChange({ channels: some(chosen) }),
    },
    {
      key: 'account',
      name: t('filter.shop'),
      options: accounts.map((value) => ({ value, label: names.shop(value.split(unit)[0] ?? '', value) })),
      chosen: search.accounts ?? [],
      isDrawn: accounts.length > 0,
      onChange: (chosen) => onChange({ accounts: some(chosen) }),
    },
    {
      key: 'stream',
      name: t('filter.stream'),
      options: facets.streams.map((value) => ({ value, label: names.stream(value) })),
      chosen: search.streams ?? [],
      isDrawn: facets.streams.length > 0,
      onChange: (chosen) => onChange({ streams: someOf(streams, chosen) }),
    },
    {
      key: 'currency',
      name: t('filter.currency'),
      options: facets.currencies.map((value) => ({ value, label: value })),
      chosen: search.currencies ?? [],
      onChange: (chosen) => onChange({ currencies: some(chosen) }),
    },
    {
      key: 'standing',
      name: t('filter.standing'),
      options: statusChoices.map((value) => ({ value, label: t(`standing.${value}`) })),
      chosen: chosenStatuses(search),
      onChange: (chosen) => onChange(statusSearch(chosen)),
    },
    {
      key: 'tag',
      name: t('filter.tag'),
      options: facets.tags.map((value) => ({ value, label: value })),
      chosen: search.tags ?? [],
      isDrawn: facets.tags.length > 0,
      onChange: (chosen) => onChange({ tags: some(chosen) }),
    },
  ]
}

function useSalesChips(
  { services, search, currency, onChange }: SalesFiltersProps,
  choices: readonly Choice[],
) {
  const { t } = useTranslation('sales')
  const { chip, choiceChips } = useChips()
  const { book } = services
  const amount = useAmountText()(search.amount ?? {}, currency)
  return [
    ...useListChips(search, onChange),
    ...(amount === null ? [] : [chip(t('filter.amount'), amount, () => onChange({ amount: undefined }))]),
    ...switchChip(t('filter.refunded'), search.hasRefund === true, () => onChange({ hasRefund: undefined })),
    ...choices.flatMap(choiceChips),
    ...useHitChips(book, 'product', search.products, (products) => onChange({ products })),
    ...useHitChips(book, 'client', search.clients, (clients) => onChange({ clients })),
    ...useLinkChips(services, search, onChange),
  ]
}
