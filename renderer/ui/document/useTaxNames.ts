import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentTax } from '#shared/document/document.ts'
import { numberWriting } from '#shared/money/typedNumber.ts'
import { decimalAsWritten } from '#ui/format/decimal.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { TaxChoice } from '#shared/document/taxChoices.ts'

/** What ways to tax are called. */
export function useTaxNames() {
  const { t } = useTranslation(['treatments', 'documents'])
  const { locale } = useFormat()
  return useMemo(() => {
    const writing = numberWriting(locale)
    const rate = ({ name, rate: percent }: DocumentTax) =>
      `${name} ${decimalAsWritten(percent, writing)} %`.trim()
    const rates = (taxes: readonly DocumentTax[]) => taxes.map(rate).join(' + ')
    const isCharged = (taxes: readonly DocumentTax[]) => taxes.some((tax) => tax.rate !== '0')
    return {
      rates,
      /** `VAT 19 %`, or why there is none. */
      choice: ({ kind, taxes }: TaxChoice): string => {
        if (kind === 'nothing') return t('documents:taxes.none')
        if (kind === 'own' || isCharged(taxes)) return rates(taxes)
        return t(`kinds.${kind}`)
      },
    }
  }, [locale, t])
}
