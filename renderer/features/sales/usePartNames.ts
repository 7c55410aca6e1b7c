import { useTranslation } from 'react-i18next'
import type { SalePart } from '#shared/book/questions.ts'

/** What a figure of a sale is called: a fee and a difference by their type, everything else by its kind. */
export function usePartNames() {
  const { t } = useTranslation('sales')
  return {
    name: ({ kind, type, amount }: SalePart): string => {
      const isTyped = kind === 'fee' || kind === 'other' || kind === 'adjustment'
      if (!isTyped || type === 'item' || type === 'total') return t(`parts.${kind}`)
      if (type === '') return kind === 'fee' ? t('types.none') : t(`parts.${kind}`)
      const name = t(`types.${type}`)
      return kind === 'fee' && amount > 0 ? t('parts.credit', { fee: name }) : name
    },
  }
}
