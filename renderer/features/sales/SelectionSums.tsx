import { useTranslation } from 'react-i18next'
import type { SalesSums } from './salesBook.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { SumList } from '#ui/table/SumList.tsx'
import { moneyText, movedIn } from './saleColumns.tsx'

const figures = ['gross', 'refunds', 'fees', 'kept'] as const

/** What the selected sales come to, each currency by itself. */
export function SelectionSums({ sums }: { readonly sums: SalesSums['sums'] }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  return movedIn(sums).map((sum) => (
    <SumList
      key={sum.currency}
      sums={figures.map((id) => ({
        name: t(`columns.${id}`),
        value: moneyText(id, sum, format),
        strong: id === 'kept',
      }))}
      unit={sum.currency}
    />
  ))
}
