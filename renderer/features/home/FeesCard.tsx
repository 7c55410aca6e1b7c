import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Measures, TotalsRow } from '#shared/book/questions.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import { ChartCard } from '#ui/chart/ChartCard.tsx'
import { ShareList } from '#ui/chart/ShareList.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { ChartFile } from '#ui/saveChart.ts'
import { cameIn } from '#shared/book/income.ts'
import { shareOf } from './figures.ts'
import { useNames } from './useNames.ts'
import classes from './home.module.css'

type Props = {
  readonly rows: readonly TotalsRow[]
  readonly measures: Measures
  readonly currency: string
  readonly onOpen: () => void
  readonly onSave: (name: string, file: ChartFile) => void
}

/** The fees by type, the largest first. */
export function FeesCard({ rows, measures, currency, onOpen, onSave }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const names = useNames()
  const fees = rows
    .map(({ key, measures: { fees: amount } }) => ({
      key,
      name: names.fee(key),
      amount,
      share: shareOf(amount, measures.fees),
    }))
    .filter(({ amount }) => amount !== 0)
    .toSorted((one, other) => other.amount - one.amount)
  const table = {
    columns: [
      { label: t('fees.type'), numeric: false },
      { label: t('fees.amount', { currency }), numeric: true },
      { label: t('fees.share'), numeric: true },
    ],
    rows: fees.map(({ key, name, amount, share }) => ({
      key,
      cells: [name, format.amount(amount, currency), share === null ? '' : format.percent(share)],
      raw: [name, decimalText(amount, currency), share === null ? '' : share],
    })),
  }
  const ofCameIn = shareOf(measures.fees, cameIn(measures))
  return (
    <ChartCard
      title={t('fees.title')}
      sub={
        ofCameIn !== null && measures.fees > 0
          ? t('fees.sub', { amount: format.money(measures.fees, currency), share: format.percent(ofCameIn) })
          : undefined
      }
      height={260}
      table={table}
      onSave={(file) => onSave(t('fees.file'), file)}
    >
      {fees.length === 0 && measures.fees === 0 ? (
        <div className={classes.noFees}>
          <Text fw={600}>{t('fees.none')}</Text>
          <Text c="dimmed" size="sm">
            {t('fees.noneText')}
          </Text>
        </div>
      ) : (
        <ShareList
          bars="each"
          label={t('fees.title')}
          items={fees.map(({ key, name, amount, share }) => ({
            key,
            name,
            share,
            amount: format.amount(amount, currency),
            colour: 'var(--chart-minus)',
            onOpen,
          }))}
        />
      )}
    </ChartCard>
  )
}
