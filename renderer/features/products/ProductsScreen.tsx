import { Button, Group, Text, Title } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useElementSize } from '@mantine/hooks'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartySums, ProductRow } from '#shared/book/partyQuestions.ts'
import type { Report } from '#shared/book/questions.ts'
import { countOf, nothing as noRows } from '#shared/list/selection.ts'
import type { ListView } from '#shared/list/views.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { ExportMenu } from '#ui/export/ExportMenu.tsx'
import { ColumnMenu } from '#ui/table/ColumnMenu.tsx'
import { shownColumns } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import type { TableSort } from '#ui/table/HeadRow.tsx'
import { useList } from '#ui/table/useList.ts'
import { ViewsMenu } from '#ui/views/ViewsMenu.tsx'
import { ProposedNote } from './ProposedNote.tsx'
import { EmptyProducts } from './EmptyProducts.tsx'
import { byCurrency, productFileColumns } from './productExport.ts'
import { NewProductDialog } from './NewProductDialog.tsx'
import { productColumns } from './productColumns.tsx'
import { ProductDialogs } from './ProductDialogs.tsx'
import classes from './products.module.css'
import { ProductsFilters } from './ProductsFilters.tsx'
import type { ProductsServices } from './productsServices.ts'
import {
  askedOf,
  filtersOf,
  lookOf,
  noFilter,
  productsSearch,
  productSorts,
  type ProductsSearch,
} from './search.ts'
import { SelectionSums } from './SelectionSums.tsx'
import { useFacets } from './useFacets.ts'
import { useNames } from './useNames.ts'
import { useProductActions } from './useProductActions.tsx'
import { selectedProducts, useProducts, useSelectionSums, type ProductsSums } from './useProducts.ts'

export type ProductsScreenProps = {
  readonly services: ProductsServices
  /** The brand's own currency. */
  readonly currency: string
  readonly search: ProductsSearch
  /** Moves to another filter or sort; `replace` where going back should not stop there. */
  readonly onSearch: (search: ProductsSearch, replace?: boolean) => void
  readonly onOpen: (key: string) => void
  readonly onSeeSales: (keys: readonly string[]) => void
  readonly onSeeProposals: () => void
  readonly onImport: () => void
}

const rowId = ({ key }: ProductRow): string => key
const nothing: PartySums = []
const report: Report = {}
/** Pixels in which every column has its place. */
const roomy = 960
const noFacets = { accounts: [], streams: [], tags: [], isEmpty: false }

/** Everything the brand sells: products, and listings the imports found, with what each earned. */
export function ProductsScreen(props: ProductsScreenProps) {
  const { services, search, onSearch, onOpen, onSeeSales, onImport } = props
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const { book, db, lists } = services
  const asked = askedOf(search, lists.read('products').sort)
  const { source, question, sums } = useProducts(book, asked, report)
  const facets = useFacets(book)
  const all = sums?.sums ?? nothing
  const { ref: measured, width } = useElementSize()
  const isNarrow = width > 0 && width < roomy
  const columns = useMemo(
    () => productColumns({ t, format, names, db, sums: all, isNarrow }),
    [t, format, names, db, all, isNarrow],
  )
  const { sort, ...scope } = asked
  const {
    columns: kept,
    onColumns,
    ...left
  } = useList(lists, 'products', { question, scope: JSON.stringify(scope) })
  const selected = useSelectionSums(book, asked, report, left.selection, sums)
  const selectedRows = selectedProducts(book, asked, report)
  const acting = useProductActions({
    services,
    selectedRows,
    isArchive: search.archived === true,
    onOpen,
    onSeeSales,
    onDone: () => left.onSelection(noRows),
  })
  const change = useCallback(
    (part: Partial<ProductsSearch>, replace?: boolean) => onSearch({ ...search, ...part }, replace),
    [onSearch, search],
  )
  const [views] = useState(() => services.views('products'))
  const showView = (view: ListView | null) => {
    onSearch({ ...productsSearch.parse(view?.search ?? {}), view: view?.id })
    if (view?.columns !== undefined) onColumns(view.columns)
  }
  const sortBy = ({ by, descending }: TableSort) => {
    const known = productSorts.find((one) => one === by)
    if (known === undefined) return
    lists.keep('products', { sort: { by, descending } })
    change({ sort: known, descending }, true)
  }
  const list = useRef<HTMLDivElement>(null)
  const isEmpty = facets?.isEmpty === true
  return (
    <div className={classes.screen} ref={measured}>
      <Group justify="space-between" align="end">
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed" aria-live="polite">
            {sums === null || isEmpty ? ' ' : heading(sums)}
          </Text>
        </div>
        <Group gap={8}>
          <ViewsMenu
            store={views}
            current={search.view}
            look={{
              search: lookOf({ ...search, sort: sort.by, descending: sort.descending }),
              columns: kept,
            }}
            onOpen={showView}
            onSaved={(id) => change({ view: id }, true)}
          />
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => change({ isNew: true })}>
            {t('form.new')}
          </Button>
          <ColumnMenu columns={columns} layout={left.layout} onLayout={left.onLayout} />
          <ExportMenu
            save={services.saveSheet}
            name={`${t('title')} ${services.today()}`}
            title={t('title')}
            total={sums?.total ?? 0}
            selected={countOf(left.selection, sums?.total ?? 0)}
            rowsOf={(what) => (what === 'all' ? source : selectedRows(left.selection))}
            shown={shownColumns(columns, left.layout)}
            all={productFileColumns(t, names)}
            expand={byCurrency}
          />
        </Group>
      </Group>
      {!isEmpty && (
        <ProductsFilters
          search={search}
          facets={facets ?? noFacets}
          names={names}
          today={services.today()}
          onChange={change}
          onLeave={() => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()}
        />
      )}
      <ProposedNote book={book} onSee={props.onSeeProposals} />
      <div className={classes.list} ref={list}>
        <DataTable
          label={t('list')}
          columns={columns}
          rowId={rowId}
          source={source}
          question={question}
          sort={sort}
          onSort={sortBy}
          selectionSums={selected && <SelectionSums sums={selected} />}
          selectedRows={selectedRows}
          actions={acting.actions}
          rowHeight={Math.max(40, all.length * 18 + 8)}
          {...left}
          onOpen={({ key }) => onOpen(key)}
          empty={facets && <NoRows {...props} isEmpty={isEmpty} onImport={onImport} onChange={change} />}
        />
      </div>
      {search.isNew === true && (
        <NewProductDialog
          services={services}
          currency={props.currency}
          tags={facets?.tags ?? []}
          onClose={() => change({ isNew: undefined }, true)}
          onMade={onOpen}
        />
      )}
      <ProductDialogs acting={acting} book={book} tags={facets?.tags ?? []} />
    </div>
  )

  function heading({ total, sums: perCurrency }: ProductsSums): string {
    const count = t('count', { count: total, number: format.number(total) })
    const [only, second] = perCurrency
    return only !== undefined && second === undefined
      ? t('countIn', { products: count, currency: format.currencyName(only.currency) })
      : count
  }
}

type NoRowsProps = Pick<ProductsScreenProps, 'search' | 'onImport'> & {
  readonly isEmpty: boolean
  readonly onChange: (filter: Partial<ProductsSearch>) => void
}

function NoRows({ search, isEmpty, onImport, onChange }: NoRowsProps) {
  const { t } = useTranslation('products')
  if (isEmpty) {
    return (
      <EmptyProducts
        title={t('empty.none')}
        text={t('empty.noneText')}
        action={{ name: t('empty.import'), run: onImport, isNext: true }}
      />
    )
  }
  const { archived, ...filters } = filtersOf(search)
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  if (archived === true && !isFiltered) {
    return (
      <EmptyProducts
        title={t('empty.noArchive')}
        text={t('empty.noArchiveText')}
        action={{ name: t('empty.back'), run: () => onChange({ archived: undefined }), isNext: false }}
      />
    )
  }
  return (
    <EmptyProducts
      title={t('empty.noMatch')}
      text={t('empty.noMatchText')}
      action={{ name: t('empty.clear'), run: () => onChange(noFilter), isNext: false }}
    />
  )
}
