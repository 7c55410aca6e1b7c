import { useTranslation } from 'react-i18next'
import { useChips, type FilterChip } from './FilterChips.tsx'
import { usePeriodText, type Period } from './PeriodFilter.tsx'

type Part = { readonly from?: undefined; readonly to?: undefined; readonly text?: undefined }
type Search = Period & { readonly text?: string | undefined }

/** Chips of what every list can be filtered by: a period and a text. */
export function useListChips(search: Search, onChange: (part: Part) => void): readonly FilterChip[] {
  const { t } = useTranslation('lists')
  const { chip } = useChips()
  const period = usePeriodText()(search)
  const text = search.text?.trim() ?? ''
  return [
    ...(period === null
      ? []
      : [chip(t('filter.period'), period, () => onChange({ from: undefined, to: undefined }))]),
    ...(text === ''
      ? []
      : [{ key: 'text', label: t('filter.text', { text }), onRemove: () => onChange({ text: undefined }) }]),
  ]
}

/** The chip of a filter that is there or not. */
export const switchChip = (label: string, isOn: boolean, onRemove: () => void): readonly FilterChip[] =>
  isOn ? [{ key: label, label, onRemove }] : []
