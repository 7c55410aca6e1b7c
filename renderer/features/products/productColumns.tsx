import { Badge, VisuallyHidden } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { BrandServices } from '#data/services.ts'
import type { Listed, PartySums, ProductRow } from '#shared/book/partyQuestions.ts'
import type { Format } from '#ui/format/format.ts'
import type { TableColumn } from '#ui/table/columns.ts'
import { moneyWidth } from '#ui/table/moneyWidth.ts'
import { Amounts, amountValue, currenciesIn, minorOf, type FigureName } from './Amounts.tsx'
import { ProductPicture } from './ProductPicture.tsx'
import classes from './products.module.css'
import type { Names } from './useNames.ts'

type Column = TableColumn<ProductRow>
type Options = {
  readonly t: TFunction<'products'>
  readonly format: Format
  readonly names: Names
  readonly db: BrandServices['db']
  /** Of all that match. */
  readonly sums: PartySums
  /** There is no room for what can be looked up on the product's page. */
  readonly isNarrow: boolean
}

/** The columns of the list. The currency is said once: above the list, or in a column where there are several. */
export function productColumns(options: Options): readonly Column[] {
  const { t, format, names, sums, isNarrow } = options
  const narrowed = isNarrow ? ({ optional: true } as const) : {}
  const currencies = sums.map(({ currency }) => currency)
  const money = moneyColumn(options, currencies)
  const count = (id: 'units' | 'sales', optional?: true): Column => ({
    id,
    header: t(`columns.${id}`),
    width: '62px',
    align: 'end',
    sorts: 'descending',
    ...(optional ? { optional } : {}),
    value: (row) => row[id],
    cell: (row) => <span className={row[id] === 0 ? classes.zero : undefined}>{format.number(row[id])}</span>,
  })
  return [
    nameColumn(options),
    {
      id: 'sku',
      header: t('columns.sku'),
      width: 'minmax(70px, 0.9fr)',
      sorts: 'ascending',
      value: (row) => row.sku,
      cell: (row) => <bdi>{row.sku}</bdi>,
    },
    {
      id: 'kind',
      header: t('columns.kind'),
      width: 'minmax(84px, 0.6fr)',
      optional: true,
      sorts: 'ascending',
      value: (row) => (row.kind === '' ? '' : names.kind(row.kind)),
      cell: (row) => (row.kind === '' ? '' : names.kind(row.kind)),
    },
    {
      id: 'stream',
      header: t('columns.stream'),
      width: 'minmax(110px, 0.8fr)',
      optional: true,
      value: (row) => (row.stream === '' ? '' : names.stream(row.stream)),
      cell: (row) => (row.stream === '' ? '' : names.stream(row.stream)),
    },
    {
      id: 'channels',
      header: t('columns.channels'),
      width: 'minmax(92px, 0.8fr)',
      value: (row) => row.channels.map(names.channel).join(', '),
      cell: (row) => <bdi>{row.channels.map(names.channel).join(', ')}</bdi>,
    },
    {
      id: 'price',
      header: t('columns.price'),
      width: 'minmax(80px, 0.6fr)',
      ...(currencies.length > 1 ? ({ optional: true } as const) : {}),
      align: 'end',
      sorts: 'descending',
      value: ({ price }) => (price === null ? null : { minor: price.amount, currency: price.currency }),
      cell: ({ price, priceFrom }) =>
        price === null ? (
          ''
        ) : (
          <Stated by={priceFrom} options={options}>
            {priceFrom?.pricesDiffer
              ? t('lowestPrice', { price: format.money(price.amount, price.currency) })
              : format.money(price.amount, price.currency)}
          </Stated>
        ),
    },
    {
      id: 'stock',
      header: t('columns.stock'),
      width: '56px',
      optional: true,
      align: 'end',
      sorts: 'ascending',
      value: (row) => row.stock,
      cell: ({ stock, stockFrom }) =>
        stock === null ? (
          ''
        ) : (
          <Stated by={stockFrom} options={options}>
            {format.number(stock)}
          </Stated>
        ),
    },
    count('units'),
    count('sales', true),
    ...(currencies.length > 1 ? [currencyColumn(options, currencies)] : []),
    money('gross'),
    money('refunds'),
    { ...money('fees'), ...narrowed },
    money('kept'),
    {
      id: 'last',
      header: t('columns.last'),
      width: '110px',
      ...narrowed,
      sorts: 'descending',
      value: ({ last }) => (last === '' ? null : { day: last }),
      cell: ({ last }) => (last === '' ? '' : format.day(last)),
    },
    {
      id: 'tags',
      header: t('columns.tags'),
      width: 'minmax(100px, 1fr)',
      optional: true,
      value: (row) => row.tags.join(', '),
      cell: (row) =>
        row.tags.map((tag) => (
          <Badge key={tag} size="sm" variant="light" color="gray" radius="sm" mr={4}>
            {tag}
          </Badge>
        )),
    },
  ]
}

/** A figure nobody typed says whose catalogue it is from. */
function Stated({
  by,
  options: { t, names },
  children,
}: {
  readonly by: Listed | null
  readonly options: Options
  readonly children: ReactNode
}) {
  if (!by) return children
  const said = t('fromListing', { channel: names.channel(by.channel) })
  return (
    <span className={classes.stated} title={said}>
      {children}
      <VisuallyHidden> ({said})</VisuallyHidden>
    </span>
  )
}

const nameColumn = ({ t, db }: Options): Column => ({
  id: 'name',
  header: t('columns.name'),
  width: 'minmax(164px, 2.2fr)',
  sorts: 'ascending',
  fixed: true,
  value: (row) => row.name || row.sku,
  cell: (row) => (
    <span className={classes.named}>
      <ProductPicture db={db} image={row.image} kind={row.kind} size={28} />
      <span className={classes.name} data-found={!row.isRecord || undefined}>
        <bdi>{row.name || row.sku || t('unnamed')}</bdi>
        {!row.isRecord && <VisuallyHidden> ({t('found')})</VisuallyHidden>}
      </span>
    </span>
  ),
  foot: t('total'),
})

const currencyColumn = ({ t }: Options, currencies: readonly string[]): Column => ({
  id: 'currency',
  header: t('columns.currency'),
  width: '70px',
  value: (row) => currenciesIn(row.sums, currencies).join('; '),
  cell: (row) => currenciesIn(row.sums, currencies).map((currency) => <div key={currency}>{currency}</div>),
  foot: currencies.map((currency) => <div key={currency}>{currency}</div>),
})

const moneyColumn =
  ({ t, format, sums }: Options, currencies: readonly string[]) =>
  (id: FigureName): Column => ({
    id,
    header: t(`columns.${id}`),
    width: moneyWidth(sums.map(({ currency, figures }) => format.amount(minorOf(id, figures), currency))),
    align: 'end',
    sorts: 'descending',
    value: (row) => amountValue(id, row.sums, format),
    cell: (row) => <Amounts name={id} sums={row.sums} currencies={currencies} format={format} />,
    foot: <Amounts name={id} sums={sums} currencies={currencies} format={format} />,
  })
