import type { TFunction } from 'i18next'
import type { ProposalRow } from '#shared/book/partyQuestions.ts'
import type { Format } from '#ui/format/format.ts'
import type { TableColumn } from '#ui/table/columns.ts'
import { Amounts } from './Amounts.tsx'
import classes from './products.module.css'
import type { Names } from './useNames.ts'

type Options = { readonly t: TFunction<'products'>; readonly format: Format; readonly names: Names }

/** What is proposed, and why. */
export function proposalColumns({ t, format, names }: Options): readonly TableColumn<ProposalRow>[] {
  return [
    {
      id: 'name',
      header: t('columns.name'),
      width: 'minmax(200px, 1.6fr)',
      sorts: 'ascending',
      fixed: true,
      value: (row) => row.name,
      cell: (row) => (
        <>
          <div className={classes.name}>
            <bdi>{row.name}</bdi>
          </div>
          <div className={classes.under}>
            <bdi>{row.sku}</bdi>
          </div>
        </>
      ),
    },
    {
      id: 'evidence',
      header: t('proposals.why'),
      width: 'minmax(220px, 1.8fr)',
      sorts: 'ascending',
      wraps: true,
      value: why,
      cell: why,
    },
    {
      id: 'kind',
      header: t('columns.kind'),
      width: 'minmax(90px, 0.6fr)',
      sorts: 'ascending',
      value: (row) => names.kind(row.kind),
      cell: (row) => names.kind(row.kind),
    },
    {
      id: 'units',
      header: t('columns.units'),
      width: '76px',
      align: 'end',
      sorts: 'descending',
      value: (row) => row.units,
      cell: (row) => format.number(row.units),
    },
    {
      id: 'gross',
      header: t('columns.gross'),
      width: 'minmax(110px, 0.7fr)',
      align: 'end',
      sorts: 'descending',
      cell: (row) => (
        <Amounts
          name="gross"
          sums={row.sums}
          currencies={row.sums.map(({ currency }) => currency)}
          format={format}
          named
        />
      ),
    },
  ]

  /** `Same SKU MUG-L on Etsy and Shopify`. */
  function why({ evidence, product, listings }: ProposalRow): string {
    const shops = [...new Set(listings.map(({ ref }) => names.shop(ref.account)))]
    const written = new Intl.ListFormat(format.locale).format(shops)
    const reason =
      evidence === null
        ? t('why.alone', { shops: written })
        : evidence.by === 'sku'
          ? t('why.sku', { sku: evidence.sku, shops: written })
          : evidence.by === 'title'
            ? t(evidence.alike === 1 ? 'why.title' : 'why.alike', {
                shops: written,
                share: format.percent(evidence.alike),
              })
            : t(`why.${evidence.by}`, { shops: written })
    return product === null ? reason : t('why.belongs', { product: product.name, reason })
  }
}
