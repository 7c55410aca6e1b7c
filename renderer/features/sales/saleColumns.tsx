import { Badge } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { Measures, SaleRow } from '#shared/book/questions.ts'
import type { Format } from '#ui/format/format.ts'
import type { TableColumn } from '#ui/table/columns.ts'
import { moneyWidth } from '#ui/table/moneyWidth.ts'
import classes from './sales.module.css'
import type { useNames } from './useNames.ts'
import type { SalesSums } from './salesBook.ts'

type Money = 'gross' | 'refunds' | 'fees' | 'kept'

type Options = {
  readonly t: TFunction<'sales'>
  readonly format: Format
  readonly names: ReturnType<typeof useNames>
  readonly sums: SalesSums | null
  readonly room: Room
}

/** What the list has room for: `beside` an opened sale it keeps what finds a sale again, and in a `sliver` that alone. */
export type Room = 'wide' | 'tight' | 'beside' | 'sliver'
const leftOut: Readonly<Record<Room, readonly string[]>> = {
  wide: [],
  tight: ['refunds', 'channel'],
  beside: ['buyer', 'channel', 'refunds', 'fees'],
  sliver: ['buyer', 'channel', 'refunds', 'fees', 'gross'],
}

/** Such a list has columns of its own. */
export const isNarrow = (room: Room): boolean => room === 'beside' || room === 'sliver'

/** `width` in px of the screen; two currencies take more of it than one. */
export function roomFor(width: number, isSaleOpen: boolean, currencies: number): Room {
  if (isSaleOpen) return width < 1000 ? 'sliver' : 'beside'
  if (width > 0 && width < 820) return 'beside'
  return currencies > 1 && width < 960 ? 'tight' : 'wide'
}

/** The columns of the list. The currency is said once: above the list, or in a column where there are several. */
export function saleColumns({ t, format, names, sums, room }: Options): readonly TableColumn<SaleRow>[] {
  const currencies = movedIn(sums?.sums ?? [])
  const isMixed = currencies.length > 1
  const write = isMixed && isNarrow(room) ? moneyText : amountText
  const perCurrency = (draw: (sum: (typeof currencies)[number]) => ReactNode) =>
    currencies.map((sum) => <div key={sum.currency}>{draw(sum)}</div>)
  const money = (id: Money): TableColumn<SaleRow> => ({
    id,
    header: t(`columns.${id}`),
    width: moneyWidth(currencies.map((sum) => write(id, sum, format))),
    align: 'end',
    sorts: 'descending',
    value: ({ measures, currency }) => ({ minor: minorOf(id, measures), currency }),
    cell: (sale) => (
      <Amount id={id} measures={sale.measures} currency={sale.currency} format={format} write={write} />
    ),
    foot: perCurrency((sum) => <Amount id={id} {...sum} format={format} write={write} />),
  })
  const day: TableColumn<SaleRow> = {
    id: 'day',
    header: t('columns.day'),
    width: '106px',
    sorts: 'descending',
    fixed: true,
    value: ({ day: on }) => ({ day: on }),
    cell: (sale) => format.day(sale.day),
    foot: t('total'),
  }
  const label: TableColumn<SaleRow> = {
    id: 'label',
    header: t('columns.label'),
    width: 'minmax(108px, 0.8fr)',
    sorts: 'ascending',
    fixed: true,
    value: (sale) => sale.label,
    cell: (sale) => <bdi>{sale.label}</bdi>,
  }
  const title: TableColumn<SaleRow> = {
    id: 'title',
    header: t('columns.title'),
    width: 'minmax(100px, 2fr)',
    value: (sale) => productText(sale, t, format),
    cell: (sale) => <Product sale={sale} t={t} format={format} />,
  }
  const currency: readonly TableColumn<SaleRow>[] =
    isMixed && !isNarrow(room)
      ? [
          {
            id: 'currency',
            header: t('columns.currency'),
            width: '80px',
            value: (sale) => sale.currency,
            cell: (sale) => sale.currency,
            foot: perCurrency((sum) => sum.currency),
          },
        ]
      : []
  const all: readonly TableColumn<SaleRow>[] = [
    day,
    label,
    title,
    {
      id: 'buyer',
      header: t('columns.buyer'),
      width: 'minmax(92px, 1.1fr)',
      sorts: 'ascending',
      value: (sale) => sale.buyer,
      cell: (sale) => <bdi>{sale.buyer}</bdi>,
    },
    {
      id: 'channel',
      header: t('columns.channel'),
      width: 'minmax(76px, 0.8fr)',
      sorts: 'ascending',
      value: (sale) => names.shop(sale.channel, sale.account),
      cell: (sale) => <bdi>{names.shop(sale.channel, sale.account)}</bdi>,
    },
    ...currency,
    money('gross'),
    money('refunds'),
    money('fees'),
    money('kept'),
  ]
  return all.map((column) => (leftOut[room].includes(column.id) ? { ...column, optional: true } : column))
}

/** Currencies in which money moved; a sale that cost nothing leaves its own. */
export function movedIn(all: SalesSums['sums']): SalesSums['sums'] {
  const moved = all.filter(({ measures }) => Object.values(measures).some((minor) => minor !== 0))
  return moved.length === 0 ? all.slice(0, 1) : moved
}

type Sum = { readonly measures: Measures; readonly currency: string }
type AmountProps = Sum & { readonly id: Money; readonly format: Format; readonly write: typeof amountText }

/** Refunds and fees are stored as positive sums; on the screen they go out, so they carry a minus. */
const minorOf = (id: Money, measures: Measures): number =>
  id === 'refunds' || id === 'fees' ? 0 - measures[id] : measures[id]
/** The same with its currency, where it stands alone. */
export const moneyText = (id: Money, { measures, currency }: Sum, format: Format): string =>
  format.money(minorOf(id, measures), currency)
const amountText = (id: Money, { measures, currency }: Sum, format: Format): string =>
  format.amount(minorOf(id, measures), currency)

function Amount({ id, measures, currency, format, write }: AmountProps) {
  const minor = minorOf(id, measures)
  const isKept = id === 'kept'
  return (
    <span
      className={minor === 0 ? classes.zero : isKept ? classes.strong : undefined}
      data-negative={(isKept && minor < 0) || undefined}
    >
      {write(id, { measures, currency }, format)}
    </span>
  )
}

function productText({ title, lines }: SaleRow, t: TFunction<'sales'>, format: Format): string {
  return lines > 1 && title !== '' ? t('more', { title, number: format.number(lines - 1) }) : title
}

function Product({
  sale,
  t,
  format,
}: {
  readonly sale: SaleRow
  readonly t: TFunction<'sales'>
  readonly format: Format
}) {
  return (
    <>
      {sale.status !== 'counted' && (
        <Badge size="sm" variant="light" color="gray" radius="sm" mr={8} className={classes.badge ?? ''}>
          {t(`status.${sale.status}`)}
        </Badge>
      )}
      <bdi>{productText(sale, t, format)}</bdi>
    </>
  )
}
