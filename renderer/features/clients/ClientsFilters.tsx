import { useTranslation } from 'react-i18next'
import { AmountFilter, useAmountText } from '#ui/filter/AmountFilter.tsx'
import { ChoiceFilters, type Choice } from '#ui/filter/ChoiceFilters.tsx'
import { FilterBar } from '#ui/filter/FilterBar.tsx'
import { useChips } from '#ui/filter/FilterChips.tsx'
import { HitFilter } from '#ui/filter/HitFilter.tsx'
import { PeriodFilter } from '#ui/filter/PeriodFilter.tsx'
import { SearchField } from '#ui/filter/SearchField.tsx'
import { some } from '#ui/filter/some.ts'
import { SwitchFilter } from '#ui/filter/SwitchFilter.tsx'
import { noFacets, useFacets, type Facets } from '#ui/filter/useFacets.ts'
import { useHitChips } from '#ui/filter/useHitChips.ts'
import { switchChip, useListChips } from '#ui/filter/useListChips.ts'
import type { ClientsServices } from './clientsServices.ts'
import type { ClientsSearch } from './search.ts'
import { useClientChoices } from './useClientChoices.ts'
import { useClientNames } from './useClientNames.ts'

type Props = {
  readonly services: ClientsServices
  /** The brand's own. */
  readonly currency: string
  readonly search: ClientsSearch
  readonly onChange: (part: Partial<ClientsSearch>, replace?: boolean) => void
  readonly onClear: () => void
  readonly onLeave: () => void
}

/** What the list of clients can be narrowed to. */
export function ClientsFilters(props: Props) {
  const { services, search, onChange, onClear, onLeave } = props
  const { t } = useTranslation('clients')
  const names = useClientNames()
  const { book, today } = services
  const facets = useFacets(book, 'clients') ?? noFacets
  const choices = useClientChoices({ book, facets, search, onChange })
  const chips = useClientChips(props, choices)
  return (
    <FilterBar chips={chips} onClear={onClear}>
      <SearchField
        label={t('filter.search')}
        text={search.text ?? ''}
        onChange={(text) => onChange({ text: text === '' ? undefined : text }, true)}
        onLeave={onLeave}
      />
      <PeriodFilter today={today()} period={search} onChange={onChange} />
      <HitFilter
        book={book}
        sort="product"
        shop={names.shop}
        chosen={search.products ?? []}
        onChange={(products) => onChange({ products: some(products) })}
      />
      <ChoiceFilters choices={choices} />
      <AmountFilter
        name={t('filter.amount')}
        currency={search.amount?.currency ?? mainCurrency(facets, props.currency)}
        currencies={facets.currencies}
        range={search.amount ?? {}}
        onChange={({ from, to }, currency) =>
          onChange({ amount: from === undefined && to === undefined ? undefined : { currency, from, to } })
        }
      />
      <SwitchFilter
        name={t('filter.due')}
        isOn={search.due === true}
        onChange={(isOn) => onChange({ due: isOn || undefined })}
      />
    </FilterBar>
  )
}

const mainCurrency = ({ currencies: [first, ...others] }: Facets, own: string): string =>
  first === undefined || others.includes(own) ? own : first

function useClientChips({ services, search, onChange }: Props, choices: readonly Choice[]) {
  const { t } = useTranslation('clients')
  const { chip, choiceChips } = useChips()
  const amount = useAmountText()(search.amount ?? {}, search.amount?.currency ?? '')
  return [
    ...useListChips(search, onChange),
    ...choices.flatMap(choiceChips),
    ...(amount === null ? [] : [chip(t('filter.amount'), amount, () => onChange({ amount: undefined }))]),
    ...switchChip(t('filter.due'), search.due === true, () => onChange({ due: undefined })),
    ...useHitChips(services.book, 'product', search.products, (products) => onChange({ products })),
  ]
}
