import type { Report, Summary } from '#shared/book/questions.ts'
import { BestDaysCard } from './BestDaysCard.tsx'
import type { CardProps } from './cardProps.ts'
import type { HomeScreenProps } from './HomeScreen.tsx'
import type { Period } from './period.ts'
import { RefundsCard } from './RefundsCard.tsx'
import { ReturningCard } from './ReturningCard.tsx'
import { TopCard } from './TopCard.tsx'
import classes from './home.module.css'

type Props = HomeScreenProps & {
  readonly summary: Summary
  /** Of what the figures above are: these cards ask once those are there, so that they keep nobody waiting. */
  readonly answered: {
    readonly period: Period
    readonly currency: string
    readonly report: Report
    readonly together: boolean
  }
  readonly onSave: CardProps['onSave']
}

/** What earns most, who buys, when, and what comes back. */
export function MoreCards({ answered, summary, services, onOpenSales, onSave, ...props }: Props) {
  const { period, currency, report, together } = answered
  const { days } = period
  const card: CardProps = {
    ...{ services, days, currency, report, onOpenSales, onSave },
    known: { from: summary.from, to: summary.to },
    filter: { from: days.from, to: days.to, ...(together ? {} : { currencies: [currency] }) },
  }
  return (
    <>
      <div className={classes.halves}>
        <TopCard
          {...card}
          of="products"
          onOpen={props.onOpenProduct}
          onAll={() => props.onSeeProducts(days)}
        />
        <TopCard {...card} of="clients" onOpen={props.onOpenClient} onAll={() => props.onSeeClients(days)} />
      </div>
      <div className={classes.halves}>
        <ReturningCard {...card} />
        <BestDaysCard {...card} />
      </div>
      <RefundsCard {...card} />
    </>
  )
}
