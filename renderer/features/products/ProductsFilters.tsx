import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { streams } from '#shared/book/entry.ts'
import { productKinds } from '#shared/product/product.ts'
import { ChoiceFilter } from '#ui/filter/ChoiceFilter.tsx'
import { FilterBar } from '#ui/filter/FilterBar.tsx'
import { useChips } from '#ui/filter/FilterChips.tsx'
import { PeriodFilter, usePeriodText } from '#ui/filter/PeriodFilter.tsx'
import { SearchField } from '#ui/filter/SearchField.tsx'
import type { ProductsSearch } from './search.ts'
import type { Facets } from './useFacets.ts'
import type { Names } from './useNames.ts'

const set = <T,>(chosen: readonly T[]): readonly T[] | undefined => (chosen.length === 0 ? undefined : chosen)
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
  const own = useOwnChips(props)
  const { choiceChips } = useChips()
  return (
    <FilterBar chips={[...own, ...choices.flatMap(choiceChips)]} onClear={onClear}>
      <SearchField
        label={t('filter.search')}
        text={search.text ?? ''}
        onChange={(text) => onChange({ text: text === '' ? undefined : text }, true)}
        onLeave={onLeave}
      />
      <PeriodFilter today={today} period={search} onChange={onChange} />
      {choices
        .filter(({ options, chosen }) => options.length > 1 || chosen.length > 0)
        .map(({ key, ...choice }) => (
          <ChoiceFilter key={key} {...choice} />
        ))}
      <Button
        variant={search.archived ? 'light' : 'default'}
        aria-pressed={search.archived === true}
        onClick={() => onChange({ archived: search.archived ? undefined : true })}
      >
        {t('filter.archived')}
      </Button>
    </FilterBar>
  )
}

/** Filters with a few things to choose from; one with nothing to choose is not drawn. */
function useChoices({ search, facets, names, onChange }: Props) {
  const { t } = useTranslation('products')
  return [
    {
      key: 'show',
      name: t('filter.show'),
      options: shows.map((value) => ({ value, label: t(`show.${value}`) })),
      chosen: search.show === undefined ? [] : [search.show],
      // both together are all there is
      onChange: (chosen: readonly string[]) => {
        const [show, other] = shows.filter((one) => chosen.includes(one))
        onChange({ show: other === undefined ? show : undefined })
      },
    },
    {
      key: 'account',
      name: t('filter.shop'),
      options: facets.accounts.map((value) => ({ value, label: names.shop(value) })),
      chosen: search.accounts ?? [],
      onChange: (chosen: readonly string[]) => onChange({ accounts: set(chosen) }),
    },
    {
      key: 'kind',
      name: t('filter.kind'),
      options: productKinds.map((value) => ({ value, label: names.kind(value) })),
      chosen: search.kinds ?? [],
      onChange: (chosen: readonly string[]) =>
        onChange({ kinds: set(productKinds.filter((kind) => chosen.includes(kind))) }),
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
      key: 'tag',
      name: t('filter.tag'),
      options: facets.tags.map((value) => ({ value, label: value })),
      chosen: search.tags ?? [],
      onChange: (chosen: readonly string[]) => onChange({ tags: set(chosen) }),
    },
  ]
}

/** What is set of text, period and archive. */
function useOwnChips({ search, onChange }: Props) {
  const { t } = useTranslation(['products', 'lists'])
  const { chip } = useChips()
  const period = usePeriodText()(search)
  const text = search.text?.trim() ?? ''
  return [
    ...(period === null
      ? []
      : [chip(t('lists:filter.period'), period, () => onChange({ from: undefined, to: undefined }))]),
    ...(text === ''
      ? []
      : [
          {
            key: 'text',
            label: t('filter.text', { text }),
            onRemove: () => onChange({ text: undefined }),
          },
        ]),
    ...(search.archived === true
      ? [
          {
            key: 'archived',
            label: t('filter.archived'),
            onRemove: () => onChange({ archived: undefined }),
          },
        ]
      : []),
  ]
}
