import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#shared/imports/report.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'

export type Result = Pick<ImportPreview, 'sales' | 'others' | 'waiting' | 'decidedByOrder'>

export const bringsNothing = ({ sales, others }: Result): boolean =>
  sales.added + sales.changed + others.added === 0

/** What an import does or did, one short text each, the most important first. */
export function useResultTexts() {
  const { t } = useTranslation('imports')
  const format = useFormat()
  return (result: Result): readonly string[] => {
    const { sales, others, waiting, decidedByOrder } = result
    const text = (key: 'added' | 'changed' | 'same' | 'others' | 'waiting' | 'decided', count: number) =>
      count === 0 ? [] : [t(`preview.${key}`, { count, number: format.number(count) })]
    const nothing = bringsNothing(result) ? [t('preview.nothingNew')] : []
    return [
      ...nothing,
      ...text('added', sales.added),
      ...text('changed', sales.changed),
      ...text('others', others.added),
      ...text('same', sales.same),
      ...text('waiting', waiting),
      ...text('decided', decidedByOrder),
    ]
  }
}
