import { useTranslation } from 'react-i18next'
import { streams } from '#shared/book/entry.ts'
import { sellings } from '#shared/book/partyQuestions.ts'
import { productKinds } from '#shared/product/product.ts'
import { ChoiceFilters, type Choice } from '#ui/filter/ChoiceFilters.tsx'
import { FilterBar } from '#ui/filter/FilterBar.tsx'
import { useChips } from '#ui/filter/FilterChips.tsx'
import { PeriodFilter } from '#ui/filter/PeriodFilter.tsx'
import { SearchField } from '#ui/filter/SearchField.tsx'
import { some, someOf } from '#ui/filter/some.ts'
import { SwitchFilter } from '#ui/filter/SwitchFilter.tsx'
import type { Facets } from '#ui/filter/useFacets.ts'
import { switchChip, useListChips } from '#ui/filter/useListChips.ts'
import type { ProductsSearch } from './search.ts'
import type { Names } from './useNames.ts'

const shows = ['records', 'found'] as const

type Props = {
  readonly search: ProductsSearch
  readonly facets: Facets
  readonly names: Names
  readonly today: string
  readonly onChange: (filter: Partial<ProductsSearch>, replace?: boolean) => void
  readonly onClear: () => void
  /** From the search field down into the list. */
  readonly onLeave: () => void
}

export function ProductsFilters(props: Props) {
  const { search, today, onChange, onClear, onLeave } = props
  const { t } = useTranslation('products')
  const choices = useChoices(props)
  const { choiceChips } = useChips()
  const chips = [
    ...useListChips(search, onChange),
    ...choices.flatMap(choiceChips),
    ...switchChip(t('filter.archived'), search.archived === true, () => onChange({ archived: undefined })),
  ]
  return (
    <FilterBar chips={chips} onClear={onClear}>
      <SearchField
        label={t('filter.search')}
        text={search.text ?? ''}
        onChange={(text) => onChange({ text: text === '' ? undefined : text }, true)}
        onLeave={onLeave}
      />
      <PeriodFilter today={today} period={search} onChange={onChange} />
      <ChoiceFilters choices={choices} />
      <SwitchFilter
        name={t('filter.archived')}
        isOn={search.archived === true}
        onChange={(isOn) => onChange({ archived: isOn || undefined })}
      />
    </FilterBar>
  )
}

function useChoices({ search, facets, names, onChange }: Props): readonly Choice[] {
  const { t } = useTranslation('products')
  const { channels, accounts } = facets
  const hasPeriod = search.from !== undefined || search.to !== undefined
  return [
    {
      key: 'show',
      name: t('filter.show'),
      options: shows.map((value) => ({ value, label: t(`show.${value}`) })),
      chosen: search.show === undefined ? [] : [search.show],
      // both together are all there is
      onChange: (chosen) => {
        const [show, other] = shows.filter((one) => chosen.includes(one))
        onChange({ show: other === undefined ? show : undefined })
      },
    },
    {
      key: 'channel',
      name: t('filter.channel'),
      options: channels.map((value) => ({ value, label: names.channel(value) })),
      chosen: search.channels ?? [],
      onChange: (chosen) => onChange({ channels: some(chosen) }),
    },
    {
      key: 'account',
      name: t('filter.shop'),
      options: accounts.map((value) => ({ value, label: names.shop(value) })),
      chosen: search.accounts ?? [],
      // else a channel says it all
      isDrawn: accounts.length > channels.length,
      onChange: (chosen) => onChange({ accounts: some(chosen) }),
    },
    {
      key: 'selling',
      name: t('filter.selling'),
      options: sellings
        .filter((one) => one !== 'unsold' || hasPeriod || search.selling?.includes(one) === true)
        .map((value) => ({ value, label: t(`selling.${value}`) })),
      chosen: search.selling ?? [],
      onChange: (chosen) => onChange({ selling: someOf(sellings, chosen) }),
    },
    {
      key: 'kind',
      name: t('filter.kind'),
      options: productKinds.map((value) => ({ value, label: names.kind(value) })),
      chosen: search.kinds ?? [],
      onChange: (chosen) => onChange({ kinds: someOf(productKinds, chosen) }),
    },
    {
      key: 'stream',
      name: t('filter.stream'),
      options: facets.streams.map((value) => ({ value, label: names.stream(value) })),
      chosen: search.streams ?? [],
      onChange: (chosen) => onChange({ streams: someOf(streams, chosen) }),
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
