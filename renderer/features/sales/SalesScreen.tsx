import { Button } from '@mantine/core'
import { useMemo, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleRow } from '#shared/book/questions.ts'
import { countOf } from '#shared/list/selection.ts'
import { noFacets, useFacets } from '#ui/filter/useFacets.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { isOver } from '#ui/isOver.ts'
import { EmptyList } from '#ui/list/EmptyList.tsx'
import { ListScreen } from '#ui/list/ListScreen.tsx'
import { useListScreen } from '#ui/list/useListScreen.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { byCurrency, saleFileColumns } from './saleExport.ts'
import { SalesFilters } from './SalesFilters.tsx'
import { SaleDetailPane } from './SaleDetailPane.tsx'
import { isNarrow, movedIn, roomFor, saleColumns } from './saleColumns.tsx'
import { askedOf, salesSearch, type SalesSearch } from './search.ts'
import { SelectionSums } from './SelectionSums.tsx'
import { useHidden } from './useHidden.ts'
import { useNames } from './useNames.ts'
import { salesBook, type SalesSums } from './salesBook.ts'
import type { SalesPlaces, SalesServices } from './salesServices.ts'
import { useSaleActions } from './useSaleActions.tsx'

export type SalesScreenProps = {
  readonly services: SalesServices
  readonly search: SalesSearch
  /** Moves to another filter, sort or opened sale; `replace` where going back should not stop there. */
  readonly onSearch: (search: SalesSearch, replace?: boolean) => void
  readonly places: SalesPlaces
  /** Opens the import; offered where there is nothing to list yet. */
  readonly onImport: () => void
}

const rowId = (sale: SaleRow): string => sale.key

/** Every sale of the brand: found by any filter, summed at the foot, opened beside the list. */
export function SalesScreen({ services, search, places, onSearch, onImport }: SalesScreenProps) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const names = useNames()
  const { book, lists } = services
  const asked = askedOf(search, lists.read('sales').sort)

  const roomIn = (sums: SalesSums | null, width: number) =>
    roomFor(width, search.sale !== undefined, movedIn(sums?.sums ?? []).length)
  const list = useListScreen({
    name: 'sales',
    states: lists,
    views: services.views,
    search,
    onSearch,
    read: (kept) => salesSearch.parse(kept),
    asked,
    book: salesBook(book, asked),
    variant: (sums: SalesSums | null, width) => (isNarrow(roomIn(sums, width)) ? 'beside' : ''),
  })
  const { whole: sums, selected, change, width } = list
  const facets = useFacets(book, 'sales')
  const isEmpty = facets?.accounts.length === 0
  const room = roomIn(sums, width)
  const columns = useMemo(() => saleColumns({ t, format, names, sums, room }), [t, format, names, sums, room])
  const actions = useSaleActions({ services, asked, places, onDone: list.clearSelection })
  const hidden = useHidden(book, asked, search.standing?.includes('hidden') === true)
  const close = () => {
    change({ sale: undefined })
    list.focus()
  }
  /** The opened sale goes before the selection and the text that is searched for. */
  const onEscape = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Escape' || isOver(event.target)) return
    if (search.sale !== undefined) close()
    else if (countOf(list.table.selection, 1) > 0) list.clearSelection()
    else return
    event.stopPropagation()
  }
  return (
    <>
      <ListScreen
        list={list}
        title={t('title')}
        heading={
          <>
            {sums === null || isEmpty ? ' ' : heading(sums)}
            {hidden > 0 && (
              <Button
                variant="subtle"
                size="compact-xs"
                ms={6}
                onClick={() => change({ standing: ['hidden'] })}
              >
                {t('hiddenCount', { count: hidden, number: format.number(hidden) })}
              </Button>
            )}
          </>
        }
        columns={columns}
        file={{
          save: services.saveSheet,
          name: `${t('export.file')} ${services.today()}`,
          title: t('export.file'),
          all: saleFileColumns(t),
          expand: byCurrency,
        }}
        fresh={{ name: t('newSale'), onNew: places.onNewSale }}
        filters={
          !isEmpty && (
            <SalesFilters
              services={services}
              search={search}
              facets={facets ?? noFacets}
              currency={movedIn(sums?.sums ?? [])[0]?.currency ?? facets?.currencies[0] ?? 'USD'}
              onChange={change}
              onClear={list.clearFilters}
              onLeave={list.focus}
            />
          )
        }
        pane={
          search.sale !== undefined && (
            <SaleDetailPane services={services} saleKey={search.sale} places={places} onClose={close} />
          )
        }
        table={{
          label: t('list'),
          rowId,
          opened: search.sale,
          selectionSums: selected && <SelectionSums sums={selected.sums} />,
          actions: actions.of,
          onOpen: (sale) => change({ sale: sale.key }, search.sale !== undefined),
          empty: isEmpty ? (
            <EmptyList
              title={t('empty.none')}
              text={t('empty.noneText')}
              actions={[
                { name: t('empty.import'), run: onImport, isNext: true },
                { name: t('newSale'), run: places.onNewSale },
              ]}
            />
          ) : (
            facets && (
              <EmptyList
                title={t('empty.noMatch')}
                text={t('empty.noMatchText')}
                actions={list.isFiltered ? [{ name: t('empty.clear'), run: list.clearFilters }] : []}
              />
            )
          ),
        }}
        onKeyDownCapture={onEscape}
      />
      {actions.dialog !== null && <BulkDialog {...actions.dialog} />}
    </>
  )

  function heading({ total, sums: perCurrency, untied }: SalesSums): string {
    const count = t('count', { count: total, number: format.number(total) })
    const [only, second] = movedIn(perCurrency)
    const isOne = total > 0 && only !== undefined && second === undefined
    const sales = isOne ? t('countIn', { sales: count, currency: format.currencyName(only.currency) }) : count
    const amounts = untied
      .filter(({ measures }) => measures.kept !== 0)
      .map(({ currency, measures }) => format.money(measures.kept, currency))
    return amounts.length === 0 ? sales : t('beside', { sales, amounts: amounts.join(', ') })
  }
}
