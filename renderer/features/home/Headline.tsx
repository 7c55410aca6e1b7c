import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconArrowDownRight from '@tabler/icons-react/dist/esm/icons/IconArrowDownRight.mjs'
import IconArrowUpRight from '@tabler/icons-react/dist/esm/icons/IconArrowUpRight.mjs'
import type { Filter, Measures } from '#shared/book/questions.ts'
import type { Days } from '#shared/calendar/period.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { cameIn, refundCost } from '#shared/book/income.ts'
import { growth, shareOf } from './figures.ts'
import type { SalesBehind } from './HomeScreen.tsx'
import type { PeriodKind } from './search.ts'
import classes from './home.module.css'

type Before = { readonly kind: Exclude<PeriodKind, 'all'>; readonly days: Days; readonly measures: Measures }
type Props = {
  readonly measures: Measures
  readonly before: Before | null
  readonly currency: string
  readonly filter: Filter
  readonly onOpen: (behind: SalesBehind) => void
}

const parts = [
  { name: 'cameIn', of: cameIn, behind: { sort: 'gross', descending: true }, compared: true },
  {
    name: 'refunds',
    of: refundCost,
    behind: { hasRefund: true, sort: 'refunds', descending: true },
    compared: false,
  },
  {
    name: 'fees',
    of: ({ fees }: Measures) => fees,
    behind: { sort: 'fees', descending: true },
    compared: false,
  },
  {
    name: 'kept',
    of: ({ kept }: Measures) => kept,
    behind: { sort: 'kept', descending: true },
    compared: true,
  },
] as const

/** Four figures: what came in, what went back, what was charged, what stayed. Each opens its sales. */
export function Headline({ measures, before, currency, filter, onOpen }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <section className={classes.headline} aria-label={t('headline.title')}>
      {parts.map(({ name, of, behind, compared }) => {
        const amount = of(measures)
        const written = format.money(amount, currency)
        return (
          <div key={name} className={classes.figure} data-part={name}>
            <Tooltip label={t(`headline.${name}Text`)} multiline w={260}>
              <h2 className={classes.figureName}>{t(`headline.${name}`)}</h2>
            </Tooltip>
            <button
              type="button"
              className={classes.amount}
              aria-label={t('headline.open', { name: t(`headline.${name}`), amount: written })}
              onClick={() => onOpen({ ...filter, ...behind })}
            >
              {written}
            </button>
            <div className={classes.under}>
              {compared && before !== null && (
                <Change
                  now={amount}
                  before={of(before.measures)}
                  days={before.days}
                  kind={before.kind}
                  currency={currency}
                  onOpen={() => onOpen({ ...filter, ...before.days, ...behind })}
                />
              )}
              {name !== 'cameIn' && <Share part={amount} whole={cameIn(measures)} />}
            </div>
          </div>
        )
      })}
    </section>
  )
}

function Share({ part, whole }: { readonly part: number; readonly whole: number }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const share = shareOf(part, whole)
  return share === null ? null : <span>{t('headline.ofCameIn', { share: format.percent(share) })}</span>
}

type ChangeProps = {
  readonly now: number
  readonly before: number
  readonly days: Days
  readonly kind: Before['kind']
  readonly currency: string
  /** Opens the sales it is compared with. */
  readonly onOpen: () => void
}
function Change({ now, before, days, kind, currency, onOpen }: ChangeProps) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const grown = growth(now, before)
  const span = format.days(days.from, days.to)
  if (grown === null) return <span>{t('headline.nothingBefore')}</span>
  const Arrow = grown < 0 ? IconArrowDownRight : IconArrowUpRight
  return (
    <Tooltip label={t('headline.changeHint', { amount: format.money(before, currency), days: span })}>
      <button
        type="button"
        className={classes.change}
        data-direction={grown < 0 ? 'down' : 'up'}
        onClick={onOpen}
      >
        {grown !== 0 && <Arrow size={14} stroke={2.2} aria-hidden />}
        {t('headline.change', { change: format.change(grown), on: t(`headline.on.${kind}`) })}
      </button>
    </Tooltip>
  )
}
