import { useTranslation } from 'react-i18next'
import type { DocumentSums } from '#shared/book/documentQuestions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { SumList } from '#ui/table/SumList.tsx'

/** What the selected documents come to, each currency by itself. */
export function SelectionSums({ sums }: { readonly sums: readonly DocumentSums[] }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  return sums.map(({ currency, total, open, overdue }) => (
    <SumList
      key={currency}
      sums={[
        { name: t('sums.total'), value: format.money(total, currency), strong: true },
        { name: t('sums.open'), value: format.money(open, currency) },
        { name: t('sums.overdue'), value: format.money(overdue, currency) },
      ]}
      unit={currency}
    />
  ))
}
