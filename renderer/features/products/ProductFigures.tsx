import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cameIn, refundCost } from '#shared/book/income.ts'
import type { Measures, TotalsRow } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { CostKnown } from './costOfProduct.ts'
import classes from './product.module.css'

type Props = {
  /** In one currency. */
  readonly whole: readonly TotalsRow[]
  readonly currency: string
  /** What the pieces cost; null where nobody ever said. */
  readonly cost: CostKnown | null
  /** Amounts that are in none of these figures. */
  readonly beside: readonly TotalsRow[]
}

/** What came of a product: what stayed first, for that is what it is worth. */
export function ProductFigures({ whole, currency, cost, beside }: Props) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const [row] = whole
  if (row === undefined) return null
  const { measures, units, sales } = row
  const money = (minor: number) => format.money(minor, currency)
  const rate = shareText(refundCost(measures), cameIn(measures))
  const charged = shareText(measures.fees, cameIn(measures))
  return (
    <section className={classes.figures} aria-label={t('figures.label')}>
      <dl className={classes.figureRow}>
        <Figure name={t('figures.kept')} value={money(measures.kept)} isMain isLoss={measures.kept < 0} />
        {cost !== null && <Margin cost={cost} measures={measures} currency={currency} />}
        <Figure name={t('figures.cameIn')} value={money(cameIn(measures))} />
        <Figure
          name={t('figures.fees')}
          value={money(0 - measures.fees)}
          sub={charged && t('figures.shareOf', { share: charged })}
        />
        <Figure
          name={t('figures.refunds')}
          value={money(0 - refundCost(measures))}
          sub={rate && t('figures.shareOf', { share: rate })}
        />
        <Figure
          name={t('figures.average')}
          value={units > 0 ? money(average(measures, units)) : '–'}
          sub={t('figures.averageText')}
        />
        <Figure
          name={t('figures.units')}
          value={format.number(units)}
          sub={t('salesOf', { count: sales, number: format.number(sales) })}
        />
      </dl>
      {beside.length > 0 && (
        <p className={classes.beside}>
          {t('figures.beside', {
            amounts: beside.map((one) => format.money(one.measures.kept, one.currency)).join(', '),
          })}
        </p>
      )}
    </section>
  )

  function shareText(part: number, all: number): string | null {
    return all > 0 && part > 0 ? format.percent(part / all) : null
  }
}

/** What one piece was sold for, after discounts; rounded once. */
const average = ({ gross, discounts }: Measures, units: number): number =>
  Math.round((gross - discounts) / units)

function Margin(props: { readonly cost: CostKnown; readonly measures: Measures; readonly currency: string }) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const { cost, measures, currency } = props
  if (cost.known === 0) return <Figure name={t('figures.margin')} value="–" sub={t('figures.noCost')} />
  const left = measures.kept - cost.amount
  const all = cameIn(measures)
  const sub =
    cost.unknown === 0
      ? all > 0 && t('figures.shareOf', { share: format.percent(left / all) })
      : t('figures.someCost', {
          known: format.number(cost.known),
          all: format.number(cost.known + cost.unknown),
        })
  const by = cost.by === 'catalogue' && t('figures.byCatalogue')
  return (
    <Figure
      name={t('figures.margin')}
      value={format.money(left, currency)}
      isLoss={left < 0}
      sub={[sub, by].filter(Boolean).join(', ') || null}
    />
  )
}

function Figure(props: {
  readonly name: string
  readonly value: string
  readonly sub?: ReactNode
  readonly isMain?: boolean
  readonly isLoss?: boolean
}) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd data-main={props.isMain || undefined} data-loss={props.isLoss || undefined}>
        {props.value}
      </dd>
      {props.sub && <dd className={classes.figureSub}>{props.sub}</dd>}
    </div>
  )
}
