import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, Measures } from '#shared/book/questions.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import { ChartCard } from '#ui/chart/ChartCard.tsx'
import type { ChartTable } from '#ui/chart/table.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { ChartFile } from '#ui/saveChart.ts'
import { waterfall, type Step } from './figures.ts'
import type { SalesBehind } from './HomeScreen.tsx'

const Waterfall = lazy(() => import('#ui/chart/Waterfall.tsx'))

type Props = {
  readonly measures: Measures
  readonly currency: string
  readonly filter: Filter
  readonly onOpen: (behind: SalesBehind) => void
  readonly onSave: (name: string, file: ChartFile) => void
}
const height = 280

/** From prices to what is kept, step by step. */
export function WaterfallCard({ measures, currency, filter, onOpen, onSave }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const steps = waterfall(measures)
  const open = (step: Step) => onOpen({ ...filter, ...behindOf(step) })
  const table: ChartTable = {
    columns: [
      { label: t('waterfall.step'), numeric: false },
      { label: t('waterfall.amount', { currency }), numeric: true },
      { label: t('waterfall.left'), numeric: true },
    ],
    rows: steps.map((step) => ({
      key: step.name,
      cells: [
        t(`waterfall.steps.${step.name}`),
        format.amount(step.amount, currency),
        format.amount(step.to, currency),
      ],
      raw: [
        t(`waterfall.steps.${step.name}`),
        decimalText(step.amount, currency),
        decimalText(step.to, currency),
      ],
      onOpen: () => open(step),
    })),
  }
  return (
    <ChartCard
      title={t('waterfall.title')}
      sub={t('amountsIn', { currency: format.currencyName(currency) })}
      height={height}
      legend={[]}
      table={table}
      onSave={(file) => onSave(t('waterfall.file'), file)}
    >
      <Suspense fallback={<div style={{ height }} />}>
        <Waterfall
          label={t('waterfall.amountName')}
          steps={steps.map((step) => ({
            ...step,
            key: step.name,
            name: t(`waterfall.steps.${step.name}`),
            colour: colourOf(step),
          }))}
          height={height}
          write={(value) => format.amount(value, currency)}
          writeShort={(value) => format.shortAmount(value, currency)}
          onOpen={(place) => steps[place] && open(steps[place])}
        />
      </Suspense>
    </ChartCard>
  )
}

const colourOf = ({ name, amount }: Step): string => {
  if (name === 'gross' || name === 'kept')
    return name === 'kept' ? 'var(--app-accent-bar)' : 'var(--chart-base)'
  return amount < 0 ? 'var(--chart-minus)' : 'var(--chart-plus)'
}

function behindOf({ name }: Step): Partial<SalesBehind> {
  if (name === 'refunds') return { hasRefund: true, sort: 'refunds', descending: true }
  if (name === 'fees' || name === 'kept' || name === 'gross') return { sort: name, descending: true }
  return {}
}
