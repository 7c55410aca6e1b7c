import { useTranslation } from 'react-i18next'
import type { HandSaleError } from '#shared/handSale/readHandSale.ts'

/** What a sale lacks, in words. */
export function useErrorText(): (error: HandSaleError) => string {
  const { t } = useTranslation('record')
  return (error) => {
    switch (error.code) {
      case 'no-day':
      case 'no-lines':
      case 'no-refund-day':
        return t(`errors.${error.code}`)
      case 'no-title':
      case 'no-price':
      case 'no-quantity':
      case 'discount-too-large':
        return t(`errors.${error.code}`, { number: error.line + 1 })
    }
  }
}
