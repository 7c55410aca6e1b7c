import { Group, Text, Title } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartySums, ProductRow } from '#shared/book/partyQuestions.ts'
import type { Report } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { ColumnMenu } from '#ui/table/ColumnMenu.tsx'
import { DataTable } from '#ui/table/DataTable.tsx'
import type { TableSort } from '#ui/table/HeadRow.tsx'
import { useList } from '#ui/table/useList.ts'
import { EmptyProducts } from './EmptyProducts.tsx'
import { productColumns } from './productColumns.tsx'
import classes from './products.module.css'
import type { ProductsServices } from './productsServices.ts'
import { askedOf, productSorts, type ProductsSearch } from './search.ts'
import { SelectionSums } from './SelectionSums.tsx'
import { useNames } from './useNames.ts'
import { selectedProducts, useProducts, useSelectionSums, type ProductsSums } from './useProducts.ts'

export type ProductsScreenProps = {
  readonly services: ProductsServices
  readonly search: ProductsSearch
  readonly onSearch: (search: ProductsSearch, replace?: boolean) => void
  readonly onImport: () => void
}

const rowId = ({ key }: ProductRow): string => key
const nothing: PartySums = []
const report: Report = {}

/** Everything the brand sells: products, and listings the imports found, with what each earned. */
export function ProductsScreen({ services, search, onSearch, onImport }: ProductsScreenProps) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const { book, db, lists } = services
  const asked = askedOf(search, lists.read('products').sort)
  const { source, question, sums } = useProducts(book, asked, report)
  const all = sums?.sums ?? nothing
  const columns = useMemo(
    () => productColumns({ t, format, names, db, sums: all }),
    [t, format, names, db, all],
  )
  const { sort, ...scope } = asked
  const {
    columns: _kept,
    onColumns: _onColumns,
    ...list
  } = useList(lists, 'products', { question, scope: JSON.stringify(scope) })
  const selected = useSelectionSums(book, asked, report, list.selection, sums)
  const change = useCallback(
    (part: Partial<ProductsSearch>, replace?: boolean) => onSearch({ ...search, ...part }, replace),
    [onSearch, search],
  )
  const sortBy = ({ by, descending }: TableSort) => {
    const known = productSorts.find((one) => one === by)
    if (known === undefined) return
    lists.keep('products', { sort: { by, descending } })
    change({ sort: known, descending }, true)
  }
  return (
    <div className={classes.screen}>
      <Group justify="space-between" align="end">
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed" aria-live="polite">
            {sums === null ? ' ' : heading(sums)}
          </Text>
        </div>
        <ColumnMenu columns={columns} layout={list.layout} onLayout={list.onLayout} />
      </Group>
      <div className={classes.list}>
        <DataTable
          label={t('list')}
          columns={columns}
          rowId={rowId}
          source={source}
          question={question}
          sort={sort}
          onSort={sortBy}
          selectionSums={selected && <SelectionSums sums={selected} />}
          selectedRows={selectedProducts(book, asked, report)}
          rowHeight={Math.max(40, all.length * 18 + 8)}
          {...list}
          empty={
            <EmptyProducts
              title={t('empty.none')}
              text={t('empty.noneText')}
              action={{ name: t('empty.import'), run: onImport, isNext: true }}
            />
          }
        />
      </div>
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
