import { useTranslation } from 'react-i18next'
import type { PartySums } from '#shared/book/partyQuestions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { SumList } from '#ui/table/SumList.tsx'
import { minorOf } from './Amounts.tsx'

const figures = ['gross', 'refunds', 'fees', 'kept'] as const

/** What the selected products come to, each currency by itself. */
export function SelectionSums({ sums }: { readonly sums: PartySums }) {
  const { t } = useTranslation('products')
  const format = useFormat()
  return sums.map(({ currency, figures: own }) => (
    <SumList
      key={currency}
      sums={figures.map((name) => ({
        name: t(`columns.${name}`),
        value: format.money(minorOf(name, own), currency),
        strong: name === 'kept',
      }))}
      unit={currency}
    />
  ))
}
