import { incomeOf, type IncomeName } from '#shared/book/income.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { ShareList } from '#ui/chart/ShareList.tsx'
import type { MixPart } from './mix.ts'

type Props = {
  readonly parts: readonly (MixPart & { readonly name: string; readonly colour: string })[]
  readonly figure: IncomeName
  readonly currency: string
  readonly onOpen: (part: MixPart) => void
}

/** The parts by size: legend, shares and way in at once. What came in never stands without what was kept of it. */
export function MixShares({ parts, figure, currency, onOpen }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const other = figure === 'kept' ? 'cameIn' : 'kept'
  return (
    <ShareList
      bars="together"
      label={t('mix.parts')}
      items={parts.map((part) => ({
        key: `${part.sort}${part.key}`,
        name: part.name,
        colour: part.colour,
        share: part.share,
        amount: format.amount(part.value, currency),
        sub: t(`mix.${other}Of`, { amount: format.amount(incomeOf(part.measures, other), currency) }),
        hint: part.sort === 'untied' ? t('mix.untiedText') : undefined,
        onOpen: () => onOpen(part),
      }))}
    />
  )
}
