import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { standings } from '#shared/document/standing.ts'
import { AmountFilter, useAmountText } from '#ui/filter/AmountFilter.tsx'
import { ChoiceFilters, type Choice } from '#ui/filter/ChoiceFilters.tsx'
import { FilterBar } from '#ui/filter/FilterBar.tsx'
import { useChips } from '#ui/filter/FilterChips.tsx'
import { HitFilter } from '#ui/filter/HitFilter.tsx'
import { PeriodFilter } from '#ui/filter/PeriodFilter.tsx'
import { SearchField } from '#ui/filter/SearchField.tsx'
import { some, someOf } from '#ui/filter/some.ts'
import { useHitChips } from '#ui/filter/useHitChips.ts'
import { useListChips } from '#ui/filter/useListChips.ts'
import type { InvoicesServices } from './invoicesServices.ts'
import { tabs, type InvoicesSearch } from './search.ts'

type Props = {
  readonly services: InvoicesServices
  /** The brand's own first. */
  readonly currencies: readonly string[]
  readonly search: InvoicesSearch
  readonly onChange: (part: Partial<InvoicesSearch>, replace?: boolean) => void
  readonly onClear: () => void
  readonly onLeave: () => void
}

/** What the list of documents can be narrowed to. */
export function InvoicesFilters(props: Props) {
  const { services, currencies, search, onChange, onClear, onLeave } = props
  const { t } = useTranslation(['invoices', 'sales'])
  const { book, today } = services
  const choices = useInvoiceChoices(props)
  const shop = (channel: string) =>
    t(`sales:channels.${channel}` as 'sales:channels.etsy', { defaultValue: channel })
  return (
    <FilterBar chips={useInvoiceChips(props, choices)} onClear={onClear}>
      <SegmentedControl
        size="xs"
        aria-label={t('tabs.label')}
        value={search.tab ?? 'all'}
        data={(['all', ...tabs] as const).map((value) => ({ value, label: t(`tabs.${value}`) }))}
        onChange={(value) => onChange({ tab: tabs.find((tab) => tab === value) })}
      />
      <SearchField
        label={t('filter.search')}
        text={search.text ?? ''}
        onChange={(text) => onChange({ text: text === '' ? undefined : text }, true)}
        onLeave={onLeave}
      />
      <PeriodFilter today={today()} period={search} onChange={onChange} />
      <HitFilter
        book={book}
        sort="client"
        shop={shop}
        chosen={search.clients ?? []}
        onChange={(clients) => onChange({ clients: some(clients) })}
      />
      <ChoiceFilters choices={choices} />
      <AmountFilter
        name={t('filter.amount')}
        currency={search.amount?.currency ?? currencies[0] ?? ''}
        currencies={currencies}
        range={search.amount ?? {}}
        onChange={({ from, to }, currency) =>
          onChange({ amount: from === undefined && to === undefined ? undefined : { currency, from, to } })
        }
      />
    </FilterBar>
  )
}

function useInvoiceChoices({ currencies, search, onChange }: Props): readonly Choice[] {
  const { t } = useTranslation(['invoices', 'documents'])
  return [
    {
      key: 'standing',
      name: t('columns.standing'),
      options: standings.map((value) => ({ value, label: t(`documents:standings.${value}`) })),
      chosen: search.standings ?? [],
      onChange: (chosen) => onChange({ standings: someOf(standings, chosen) }),
    },
    {
      key: 'currency',
      name: t('columns.currency'),
      options: currencies.map((value) => ({ value, label: value })),
      chosen: search.currencies ?? [],
      onChange: (chosen) => onChange({ currencies: some(chosen) }),
    },
  ]
}

function useInvoiceChips({ services, search, onChange }: Props, choices: readonly Choice[]) {
  const { t } = useTranslation('invoices')
  const { chip, choiceChips } = useChips()
  const amount = useAmountText()(search.amount ?? {}, search.amount?.currency ?? '')
  return [
    ...useListChips(search, onChange),
    ...choices.flatMap(choiceChips),
    ...(amount === null ? [] : [chip(t('filter.amount'), amount, () => onChange({ amount: undefined }))]),
    ...useHitChips(services.book, 'client', search.clients, (clients) => onChange({ clients })),
  ]
}
