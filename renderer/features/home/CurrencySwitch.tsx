import { SegmentedControl, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { HomeSearch } from './search.ts'

type Props = {
  readonly currencies: readonly string[]
  readonly currency: string
  /** The brand's own: what all are shown in together. */
  readonly own: string
  readonly together: boolean
  readonly onChange: (chosen: Pick<HomeSearch, 'currency' | 'together'>) => void
}

const all = 'all'

/** Each currency by itself, or all in the brand's own. Where there is only one, there is nothing to choose. */
export function CurrencySwitch({ currencies, currency, own, together, onChange }: Props) {
  const { t } = useTranslation('home')
  if (currencies.length < 2) return null
  const choose = (value: string) =>
    onChange(value === all ? { currency: own, together: true } : { currency: value, together: undefined })
  return (
    <Tooltip label={t('currency.togetherHint')} openDelay={600} multiline w={280}>
      <SegmentedControl
        aria-label={t('currency.label')}
        data={[
          ...currencies.map((code) => ({ value: code, label: code })),
          { value: all, label: t('currency.together', { currency: own }) },
        ]}
        value={together ? all : currency}
        onChange={choose}
      />
    </Tooltip>
  )
}
