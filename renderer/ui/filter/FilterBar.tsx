import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './filter.module.css'
import { FilterChips, type FilterChip } from './FilterChips.tsx'

type FilterBarProps = {
  readonly children: ReactNode
  readonly chips: readonly FilterChip[]
  readonly onClear: () => void
}

/** The filters of a list in a line (in a narrow window in two), and below them what is set. */
export function FilterBar({ children, chips, onClear }: FilterBarProps) {
  const { t } = useTranslation('lists')
  return (
    <div className={classes.bar} role="search" aria-label={t('filter.label')}>
      <div className={classes.filters}>{children}</div>
      <FilterChips chips={chips} onClear={onClear} />
    </div>
  )
}
