import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { streams } from '#shared/book/entry.ts'
import type { Choice } from '#ui/filter/ChoiceFilters.tsx'
import { some, someOf } from '#ui/filter/some.ts'
import type { Facets } from '#ui/filter/useFacets.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ClientsServices } from './clientsServices.ts'
import { circles, type ClientsSearch } from './search.ts'
import { useClientNames } from './useClientNames.ts'

type Parts = {
  readonly book: ClientsServices['book']
  readonly facets: Facets
  readonly search: ClientsSearch
  readonly onChange: (part: Partial<ClientsSearch>) => void
}
const bought = ['fresh', 'returning'] as const
const shows = ['records', 'found'] as const

/** The filters of clients that choose among a few things. */
export function useClientChoices({ book, facets, search, onChange }: Parts): readonly Choice[] {
  const { t } = useTranslation('clients')
  const names = useClientNames()
  const { locale } = useFormat()
  const { answer: countries } = useAnswer(book.subscribe, () => book.countries(), '')
  const regions = useMemo(() => new Intl.DisplayNames(locale, { type: 'region' }), [locale])
  const since = search.from === undefined ? 'Ever' : 'InPeriod'
  return [
    {
      key: 'channel',
      name: t('columns.channel'),
      options: facets.channels.map((value) => ({ value, label: names.channel(value) })),
      chosen: search.channels ?? [],
      onChange: (chosen) => onChange({ channels: some(chosen) }),
    },
    {
      key: 'stream',
      name: t('filter.stream'),
      options: facets.streams.map((value) => ({ value, label: names.stream(value) })),
      chosen: search.streams ?? [],
      onChange: (chosen) => onChange({ streams: someOf(streams, chosen) }),
    },
    {
      key: 'bought',
      name: t('filter.bought'),
      options: bought.map((value) => ({ value, label: t(`bought.${value}${since}`) })),
      chosen: search.returning === undefined ? [] : [search.returning ? 'returning' : 'fresh'],
      // both together are all there is
      onChange: (chosen) => {
        const [one, other] = bought.filter((value) => chosen.includes(value))
        onChange({ returning: one === undefined || other !== undefined ? undefined : one === 'returning' })
      },
    },
    {
      key: 'country',
      name: t('filter.country'),
      options: (countries ?? [])
        .map((value) => ({ value, label: regions.of(value) ?? value }))
        .toSorted((one, other) => one.label.localeCompare(other.label, locale)),
      chosen: search.countries ?? [],
      onChange: (chosen) => onChange({ countries: some(chosen) }),
    },
    {
      key: 'circle',
      name: t('columns.circles'),
      options: circles.map((value) => ({ value, label: names.circle(value) })),
      chosen: search.circles ?? [],
      onChange: (chosen) => onChange({ circles: someOf(circles, chosen) }),
    },
    {
      key: 'tag',
      name: t('columns.tags'),
      options: facets.tags.map((value) => ({ value, label: value })),
      chosen: search.tags ?? [],
      isDrawn: facets.tags.length > 0,
      onChange: (chosen) => onChange({ tags: some(chosen) }),
    },
    {
      key: 'show',
      name: t('filter.show'),
      options: shows.map((value) => ({ value, label: t(`filter.${value}`) })),
      chosen: search.show === undefined ? [] : [search.show],
      onChange: (chosen) => {
        const [show, other] = shows.filter((one) => chosen.includes(one))
        onChange({ show: other === undefined ? show : undefined })
      },
    },
  ]
}
