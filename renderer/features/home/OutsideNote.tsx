import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TotalsRow } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { cameIn } from '#shared/book/income.ts'
import classes from './home.module.css'

type Props = {
  readonly currency: string
  readonly together: boolean
  readonly beside: readonly TotalsRow[]
  readonly uncounted: readonly TotalsRow[]
  readonly waiting: number
  readonly onCurrency: (currency: string) => void
  readonly onUncounted: () => void
  readonly onWaiting: () => void
  readonly onRates: () => void
}

/** What the figures above leave out, with its amount: other currencies, sales that do not count, rows that wait. */
export function OutsideNote({
  currency,
  together,
  beside,
  uncounted,
  waiting,
  onCurrency,
  onUncounted,
  onWaiting,
  onRates,
}: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const count = uncounted.reduce((sum, { sales }) => sum + sales, 0)
  const amount = uncounted.map((row) => format.money(cameIn(row.measures), row.currency)).join(', ')
  const sentenceOf = ({ measures, currency: own }: TotalsRow) =>
    t('currency.beside', {
      cameIn: format.money(cameIn(measures), own),
      kept: format.money(measures.kept, own),
    })
  if (beside.length === 0 && count === 0 && waiting === 0) return null
  return (
    <ul className={classes.outside} aria-label={t('outside.title')}>
      {beside.length > 0 && (
        <li>
          <span>{together ? t('currency.unconverted', { currency }) : t('currency.others')}</span>
          {beside.map((row) => (
            <Link key={row.currency} onClick={() => onCurrency(row.currency)}>
              {sentenceOf(row)}
            </Link>
          ))}
          {together && <Link onClick={onRates}>{t('currency.rates')}</Link>}
        </li>
      )}
      {count + waiting > 0 && (
        <li>
          <span>{t('outside.title')}:</span>
          {count > 0 && (
            <Link onClick={onUncounted}>
              {t('outside.uncounted', { count, number: format.number(count), amount })}
            </Link>
          )}
          {waiting > 0 && (
            <Link onClick={onWaiting}>
              {t('outside.waiting', { count: waiting, number: format.number(waiting) })}
            </Link>
          )}
        </li>
      )}
    </ul>
  )
}

function Link({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className={classes.link} onClick={onClick}>
      {children}
    </button>
  )
}
