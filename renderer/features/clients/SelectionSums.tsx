import { useTranslation } from 'react-i18next'
import type { PartySums } from '#shared/book/partyQuestions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { SumList } from '#ui/table/SumList.tsx'
import { minorOf } from './clientColumns.tsx'

const figures = ['gross', 'refunds', 'fees', 'kept'] as const

/** What the selected clients come to, each currency by itself. */
export function SelectionSums({ sums }: { readonly sums: PartySums }) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  return sums.map(({ currency, figures: own }) => (
    <SumList
      key={currency}
      sums={figures.map((id) => ({
        name: t(`columns.${id}`),
        value: format.money(minorOf(id, own), currency),
        strong: id === 'kept',
      }))}
      unit={currency}
    />
  ))
}
