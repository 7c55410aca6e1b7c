import { Button, CloseButton, Group, TextInput } from '@mantine/core'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { streams, unit } from '#shared/book/entry.ts'
import type { Standing } from '#shared/book/questions.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { FoundFilters } from './FoundFilters.tsx'
import { PeriodFilter } from './PeriodFilter.tsx'
import { ProductFilter } from './ProductFilter.tsx'
import { filterOf, type SalesSearch } from './search.ts'
import type { Facets } from './useFacets.ts'
import { useNames } from './useNames.ts'
import type { SalesServices } from './salesServices.ts'

const standings = ['counted', 'uncounted', 'waiting'] as const satisfies readonly Standing[]
const set = <T,>(chosen: readonly T[]): T[] | undefined => (chosen.length === 0 ? undefined : [...chosen])

export type FilterBarProps = {
  readonly services: SalesServices
  readonly search: SalesSearch
  readonly facets: Facets
  readonly onChange: (filter: Partial<SalesSearch>, replace?: boolean) => void
}

export function FilterBar({ services, search, facets, onChange }: FilterBarProps) {
  const { t } = useTranslation('sales')
  const names = useNames()
  const { accounts, currencies, streams: known } = facets
  const isFiltered = Object.keys(filterOf(search)).length > 0
  return (
    <>
      <Group gap={8} role="search" aria-label={t('filter.label')}>
        <SearchInput
          text={search.text ?? ''}
          onChange={(text) => onChange({ text: text === '' ? undefined : text }, true)}
        />
        <PeriodFilter today={services.today()} period={search} onChange={onChange} />
        <FilterMenu
          label={t('filter.shop')}
          options={accounts.map((key) => ({ value: key, label: names.shop(key.split(unit)[0] ?? '', key) }))}
          chosen={search.accounts ?? []}
          onChange={(chosen) => onChange({ accounts: set(chosen) })}
        />
        <FilterMenu
          label={t('filter.stream')}
          options={known.map((stream) => ({ value: stream, label: names.stream(stream) }))}
          chosen={search.streams ?? []}
          onChange={(chosen) =>
            onChange({ streams: set(streams.filter((stream) => chosen.includes(stream))) })
          }
        />
        <ProductFilter
          book={services.book}
          chosen={search.listings ?? []}
          onChoose={(listing) => onChange({ listings: [listing] })}
        />
        {currencies.length > 1 && (
          <FilterMenu
            label={t('filter.currency')}
            options={currencies.map((currency) => ({ value: currency, label: currency }))}
            chosen={search.currencies ?? []}
            onChange={(chosen) => onChange({ currencies: set(chosen) })}
          />
        )}
        <FilterMenu
          label={t('filter.standing')}
          options={standings.map((standing) => ({ value: standing, label: t(`standing.${standing}`) }))}
          chosen={search.standing ?? []}
          onChange={(chosen) =>
            onChange({ standing: set(standings.filter((standing) => chosen.includes(standing))) })
          }
        />
        <Button
          variant={search.hasRefund ? 'light' : 'default'}
          aria-pressed={search.hasRefund === true}
          onClick={() => onChange({ hasRefund: search.hasRefund ? undefined : true })}
        >
          {t('filter.refunded')}
        </Button>
        {isFiltered && (
          <Button variant="subtle" color="gray" onClick={() => onChange(noFilter)}>
            {t('filter.clear')}
          </Button>
        )}
      </Group>
      <FoundFilters services={services} search={search} onChange={onChange} />
    </>
  )
}

/** Every part of the filter taken away; sort and opened sale stay. */
export const noFilter = {
  from: undefined,
  to: undefined,
  channels: undefined,
  accounts: undefined,
  streams: undefined,
  listings: undefined,
  buyers: undefined,
  currencies: undefined,
  standing: undefined,
  hasRefund: undefined,
  importId: undefined,
  text: undefined,
} as const satisfies Partial<SalesSearch>

/** Asks while the person types, but not for every letter. */
function SearchInput({
  text,
  onChange,
}: {
  readonly text: string
  readonly onChange: (text: string) => void
}) {
  const { t } = useTranslation('sales')
  const [typed, setTyped] = useState(text)
  const [asked, setAsked] = useState(text)
  if (asked !== text) {
    setAsked(text)
    setTyped(text)
  }
  useEffect(() => {
    if (typed === asked) return
    const later = setTimeout(() => {
      setAsked(typed)
      onChange(typed)
    }, 120)
    return () => clearTimeout(later)
  }, [typed, asked, onChange])
  return (
    <TextInput
      size="xs"
      w={250}
      aria-label={t('filter.search')}
      placeholder={t('filter.search')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="xs" aria-label={t('filter.clearSearch')} onClick={() => setTyped('')} />
        )
      }
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  )
}
