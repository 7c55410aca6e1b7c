import type { CSSProperties, ReactElement } from 'react'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Report, Summary } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Held } from '#ui/Held.tsx'
import { rowsOf, type Arrangement, type CardId } from './arrangement.ts'
import type { Figures } from './ask.ts'
import { BestDaysCard } from './BestDaysCard.tsx'
import type { CardProps } from './cardProps.ts'
import { shown } from './currency.ts'
import { FeesCard } from './FeesCard.tsx'
import { sumOf } from './figures.ts'
import type { HomeScreenProps } from './HomeScreen.tsx'
import { MixCard } from './MixCard.tsx'
import type { Period } from './period.ts'
import { RefundsCard } from './RefundsCard.tsx'
import { ReturningCard } from './ReturningCard.tsx'
import { TopCard } from './TopCard.tsx'
import { WaterfallCard } from './WaterfallCard.tsx'
import classes from './home.module.css'

type Asked = {
  readonly period: Period
  readonly currency: string
  readonly report: Report
  readonly together: boolean
}
type Props = HomeScreenProps &
  Asked & {
    readonly summary: Summary
    readonly arrangement: Arrangement
    /** Of what the figures above are: most cards ask once those are there, so that they keep nobody waiting. */
    readonly answered: Asked & Figures
    readonly onSave: CardProps['onSave']
  }

/** What earns most, who buys, when, and what comes back, as the person arranged it. */
export function Cards(props: Props) {
  const { t } = useTranslation('home')
  const rows = rowsOf(props.arrangement)
  if (rows.length === 0)
    return (
      <Text c="dimmed" size="sm" ta="center" py="xl">
        {t('arrange.none')}
      </Text>
    )
  return rows.map((row) => (
    <div
      key={row.map(({ id }) => id).join()}
      className={classes.row}
      style={{ '--row': row.map(({ share }) => `minmax(0, ${share}fr)`).join(' ') } as CSSProperties}
    >
      {row.map(({ id }) => (
        <OneCard key={id} id={id} {...props} />
      ))}
    </div>
  ))
}

type OneProps = Props & { readonly id: CardId }

/** What is drawn from the answer alone is drawn once for it; the mix asks for itself. */
function OneCard(props: OneProps) {
  const format = useFormat()
  if (props.id === 'mix') return <MixCard {...props} />
  return <Held of={[props.id, props.answered, props.summary, format]}>{() => cardOf(props)}</Held>
}

function cardOf({ id, ...props }: OneProps): ReactElement | null {
  const { answered, summary, services, onOpenSales, onSave } = props
  const { period, currency, report, together } = answered
  const { days } = period
  const card: CardProps = {
    ...{ services, days, currency, report, onOpenSales, onSave },
    known: { from: summary.from, to: summary.to },
    filter: { from: days.from, to: days.to, ...(together ? {} : { currencies: [currency] }) },
  }
  const measures = sumOf(shown(answered.whole, currency))
  switch (id) {
    case 'mix':
      return null
    case 'waterfall':
      return <WaterfallCard {...{ measures, currency, onSave }} filter={card.filter} onOpen={onOpenSales} />
    case 'fees':
      return (
        <FeesCard
          {...{ measures, currency, onSave }}
          rows={shown(answered.fees, currency)}
          onOpen={() => onOpenSales({ ...card.filter, sort: 'fees', descending: true })}
        />
      )
    case 'products':
      return (
        <TopCard
          {...card}
          of="products"
          onOpen={props.onOpenProduct}
          onAll={() => props.onSeeProducts(days)}
        />
      )
    case 'clients':
      return (
        <TopCard {...card} of="clients" onOpen={props.onOpenClient} onAll={() => props.onSeeClients(days)} />
      )
    case 'returning':
      return <ReturningCard {...card} />
    case 'bestDays':
      return <BestDaysCard {...card} />
    case 'refunds':
      return <RefundsCard {...card} />
  }
}
