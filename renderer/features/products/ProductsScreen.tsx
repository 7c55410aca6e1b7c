import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartySums, ProductRow } from '#shared/book/partyQuestions.ts'
import { isFiltered } from '#shared/list/listSearch.ts'
import { noFacets, useFacets } from '#ui/filter/useFacets.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { EmptyList } from '#ui/list/EmptyList.tsx'
import { ListScreen } from '#ui/list/ListScreen.tsx'
import { useListScreen } from '#ui/list/useListScreen.ts'
import { ProposedNote } from './ProposedNote.tsx'
import { byCurrency, productFileColumns } from './productExport.ts'
import { NewProductDialog } from './NewProductDialog.tsx'
import { productColumns } from './productColumns.tsx'
import { ProductDialogs } from './ProductDialogs.tsx'
import { ProductsFilters } from './ProductsFilters.tsx'
import { productsBook, type ProductsSums } from './productsBook.ts'
import type { ProductsServices } from './productsServices.ts'
import { askedOf, productsSearch, type ProductsSearch } from './search.ts'
import { SelectionSums } from './SelectionSums.tsx'
import { useIsEmpty } from './useIsEmpty.ts'
import { useNames } from './useNames.ts'
import { useProductActions } from './useProductActions.tsx'

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
/** Pixels in which every column has its place. */
const roomy = 960

/** Everything the brand sells: products, and listings the imports found, with what each earned. */
export function ProductsScreen(props: ProductsScreenProps) {
  const { services, search, onSearch, onOpen, onSeeSales, onImport } = props
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const { book, db, lists } = services
  const asked = askedOf(search, lists.read('products').sort)
  const list = useListScreen({
    name: 'products',
    states: lists,
    views: services.views,
    search,
    onSearch,
    read: (kept) => productsSearch.parse(kept),
    asked,
    book: productsBook(book, asked),
  })
  const { whole: sums, selected, change, width } = list
  const facets = useFacets(book, 'products') ?? noFacets
  const isEmpty = useIsEmpty(book)
  const all = sums?.sums ?? nothing
  const isNarrow = width > 0 && width < roomy
  const columns = useMemo(
    () => productColumns({ t, format, names, db, sums: all, isNarrow }),
    [t, format, names, db, all, isNarrow],
  )
  const acting = useProductActions({
    services,
    selectedRows: list.selectedRows,
    isArchive: search.archived === true,
    onOpen,
    onSeeSales,
    onDone: list.clearSelection,
  })
  return (
    <>
      <ListScreen
        list={list}
        title={t('title')}
        heading={sums === null || isEmpty === true ? ' ' : heading(sums)}
        columns={columns}
        file={{
          save: services.saveSheet,
          name: `${t('title')} ${services.today()}`,
          title: t('title'),
          all: productFileColumns(t, names),
          expand: byCurrency,
        }}
        fresh={{ name: t('form.new'), onNew: () => change({ isNew: true }) }}
        filters={
          !isEmpty && (
            <ProductsFilters
              search={search}
              facets={facets}
              names={names}
              today={services.today()}
              onChange={change}
              onClear={list.clearFilters}
              onLeave={list.focus}
            />
          )
        }
        note={<ProposedNote book={book} onSee={props.onSeeProposals} />}
        table={{
          label: t('list'),
          rowId,
          selectionSums: selected && <SelectionSums sums={selected.sums} />,
          actions: acting.actions,
          rowHeight: Math.max(40, all.length * 18 + 8),
          onOpen: ({ key }) => onOpen(key),
          empty: isEmpty !== null && (
            <NoRows
              search={search}
              isEmpty={isEmpty}
              onImport={onImport}
              onClear={list.clearFilters}
              onBack={() => change({ archived: undefined })}
            />
          ),
        }}
      />
      {search.isNew === true && (
        <NewProductDialog
          services={services}
          currency={props.currency}
          tags={facets.tags}
          onClose={() => change({ isNew: undefined }, true)}
          onMade={onOpen}
        />
      )}
      <ProductDialogs acting={acting} book={book} tags={facets.tags} />
    </>
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
  readonly onClear: () => void
  readonly onBack: () => void
}

function NoRows({ search, isEmpty, onImport, onClear, onBack }: NoRowsProps) {
  const { t } = useTranslation('products')
  if (isEmpty) {
    const actions = [{ name: t('empty.import'), run: onImport, isNext: true }]
    return <EmptyList title={t('empty.none')} text={t('empty.noneText')} actions={actions} />
  }
  const { archived, ...others } = search
  if (archived === true && !isFiltered(others)) {
    const actions = [{ name: t('empty.back'), run: onBack }]
    return <EmptyList title={t('empty.noArchive')} text={t('empty.noArchiveText')} actions={actions} />
  }
  const actions = [{ name: t('empty.clear'), run: onClear }]
  return <EmptyList title={t('empty.noMatch')} text={t('empty.noMatchText')} actions={actions} />
}
