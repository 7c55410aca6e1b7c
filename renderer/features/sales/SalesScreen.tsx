import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListView } from '#shared/list/views.ts'
import type { SaleRow } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { ExportMenu } from '#ui/export/ExportMenu.tsx'
import { shownColumns } from '#ui/table/columns.ts'
import { countOf } from '#shared/list/selection.ts'
import { isOver } from '#ui/isOver.ts'
import { ColumnMenu } from '#ui/table/ColumnMenu.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import type { TableSort } from '#ui/table/HeadRow.tsx'
import { ViewsMenu } from '#ui/views/ViewsMenu.tsx'
import { useList } from '#ui/table/useList.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { byCurrency, saleFileColumns } from './saleExport.ts'
import { noFilter, SalesFilters } from './SalesFilters.tsx'
import { SaleDetailPane } from './SaleDetailPane.tsx'
import { movedIn, roomFor, saleColumns } from './saleColumns.tsx'
import classes from './sales.module.css'
import { filterOf, lookOf, saleSorts, salesSearch, sortOf, type SalesSearch } from './search.ts'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { nothing } from '#shared/list/selection.ts'
import { useFacets } from './useFacets.ts'
import { useNames } from './useNames.ts'
import { SelectionSums } from './SelectionSums.tsx'
import {
  selectedSales,
  useBookVersion,
  useSales,
  useHidden,
  useSelectionSums,
  type SalesSums,
} from './useSales.ts'
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

const nothingYet = { accounts: [], currencies: [], streams: [], tags: [] }
const rowId = (sale: SaleRow): string => sale.key

/** Every sale of the brand: found by any filter, summed at the foot, opened beside the list. */
export function SalesScreen({ services, search, places, onSearch, onImport }: SalesScreenProps) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const names = useNames()
  const version = useBookVersion(services.book)
  const asked = { filter: filterOf(search), sort: sortOf(search, services.lists.read('sales').sort) }
  const { source, question, sums } = useSales(services.book, asked, version)
  const facets = useFacets(services.book)
  const isEmpty = facets?.accounts.length === 0
  const list = useRef<HTMLDivElement>(null)
  const { ref: measured, width } = useElementSize()
  const room = roomFor(width, search.sale !== undefined, movedIn(sums?.sums ?? []).length)
  const columns = useMemo(() => saleColumns({ t, format, names, sums, room }), [t, format, names, sums, room])
  const {
    columns: kept,
    onColumns,
    ...left
  } = useList(services.lists, 'sales', {
    question,
    scope: JSON.stringify(asked.filter),
    variant: room === 'beside' || room === 'sliver' ? 'beside' : '',
  })
  const selected = useSelectionSums(services.book, asked, left.selection, sums)
  const actions = useSaleActions({ services, asked, places, onDone: () => left.onSelection(nothing) })
  const hidden = useHidden(services.book, asked, search.standing?.includes('hidden') === true)
  const change = useCallback(
    (part: Partial<SalesSearch>, replace?: boolean) => onSearch({ ...search, ...part }, replace),
    [onSearch, search],
  )
  const [views] = useState(() => services.views('sales'))
  const showView = (view: ListView | null) => {
    onSearch({ ...salesSearch.parse(view?.search ?? {}), view: view?.id })
    if (view?.columns !== undefined) onColumns(view.columns)
  }
  const sortBy = ({ by, descending }: TableSort) => {
    const sort = saleSorts.find((known) => known === by)
    if (sort === undefined) return
    services.lists.keep('sales', { sort: { by, descending } })
    change({ sort, descending }, true)
  }
  const focusList = () => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  const close = () => {
    change({ sale: undefined })
    focusList()
  }
  /** The opened sale goes before the selection and the text that is searched for. */
  const onEscape = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Escape' || isOver(event.target)) return
    if (search.sale !== undefined) close()
    else if (countOf(left.selection, 1) > 0) left.onSelection(nothing)
    else return
    event.stopPropagation()
  }
  const isFiltered = Object.keys(filterOf(search)).length > 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape comes up from whatever has the focus
    <div className={classes.screen} ref={measured} onKeyDownCapture={onEscape}>
      <Group justify="space-between" align="end" wrap="nowrap">
        <div className={classes.words}>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed" aria-live="polite" truncate>
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
          </Text>
        </div>
        <Group gap={8} wrap="nowrap">
          <ViewsMenu
            store={views}
            current={search.view}
            look={{
              search: lookOf({ ...search, sort: asked.sort.by, descending: asked.sort.descending }),
              columns: kept,
            }}
            onOpen={showView}
            onSaved={(id) => change({ view: id }, true)}
          />
          <ColumnMenu columns={columns} layout={left.layout} onLayout={left.onLayout} />
          <ExportMenu
            save={services.saveSheet}
            name={`${t('export.file')} ${services.today()}`}
            title={t('export.file')}
            total={sums?.total ?? 0}
            selected={countOf(left.selection, sums?.total ?? 0)}
            rowsOf={(what) => (what === 'all' ? source : selectedSales(services.book, asked)(left.selection))}
            shown={shownColumns(columns, left.layout)}
            all={saleFileColumns(t)}
            expand={byCurrency}
          />
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={places.onNewSale}>
            {t('newSale')}
          </Button>
        </Group>
      </Group>
      {!isEmpty && (
        <SalesFilters
          services={services}
          search={search}
          facets={facets ?? nothingYet}
          currency={movedIn(sums?.sums ?? [])[0]?.currency ?? facets?.currencies[0] ?? 'USD'}
          onChange={change}
          onLeave={focusList}
        />
      )}
      {actions.dialog !== null && <BulkDialog {...actions.dialog} />}
      <div className={classes.split}>
        <div className={classes.list} ref={list}>
          <DataTable
            label={t('list')}
            columns={columns}
            rowId={rowId}
            source={source}
            question={question}
            sort={asked.sort}
            onSort={sortBy}
            opened={search.sale}
            selectionSums={selected && <SelectionSums sums={selected} />}
            selectedRows={selectedSales(services.book, asked)}
            actions={actions.of}
            {...left}
            onOpen={(sale) => change({ sale: sale.key }, search.sale !== undefined)}
            empty={
              isEmpty ? (
                <NoSales onImport={() => onImport()} onNew={places.onNewSale} />
              ) : (
                facets && <NoMatch onClear={isFiltered ? () => change(noFilter) : null} />
              )
            }
          />
        </div>
        {search.sale !== undefined && (
          <SaleDetailPane services={services} saleKey={search.sale} places={places} onClose={close} />
        )}
      </div>
    </div>
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

function NoSales({ onImport, onNew }: { readonly onImport: () => void; readonly onNew: () => void }) {
  const { t } = useTranslation('sales')
  return (
    <Stack align="center" gap="xs" maw={460} mx="auto" ta="center">
      <Title order={2}>{t('empty.none')}</Title>
      <Text c="dimmed" size="sm">
        {t('empty.noneText')}
      </Text>
      <Group mt="xs" gap="xs">
        <Button onClick={onImport}>{t('empty.import')}</Button>
        <Button variant="default" onClick={onNew}>
          {t('newSale')}
        </Button>
      </Group>
    </Stack>
  )
}

function NoMatch({ onClear }: { readonly onClear: (() => void) | null }) {
  const { t } = useTranslation('sales')
  return (
    <Stack align="center" gap="xs" maw={460} mx="auto" ta="center">
      <Title order={2}>{t('empty.noMatch')}</Title>
      <Text c="dimmed" size="sm">
        {t('empty.noMatchText')}
      </Text>
      {onClear !== null && (
        <Button mt="xs" variant="default" onClick={onClear}>
          {t('empty.clear')}
        </Button>
      )}
    </Stack>
  )
}
