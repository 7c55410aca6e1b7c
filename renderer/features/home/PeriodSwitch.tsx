import { useState } from 'react'
import { SegmentedControl } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import type { Days } from '#shared/calendar/period.ts'
import type { Period } from './period.ts'
import { periodKinds, type HomeSearch } from './search.ts'

type Chosen = Pick<HomeSearch, 'period' | 'from' | 'to'>
type Props = { readonly period: Period; readonly known: Days; readonly onChange: (chosen: Chosen) => void }

/** The spans people ask for, and any other. A chosen range begins as the one that was shown. */
export function PeriodSwitch({ period, known, onChange }: Props) {
  const { t } = useTranslation('home')
  const choose = (value: string) => {
    const kind = periodKinds.find((one) => one === value)
    if (kind === 'range') onChange({ period: kind, from: period.days.from, to: period.days.to })
    else onChange({ period: kind, from: undefined, to: undefined })
  }
  return (
    <>
      {period.kind === 'range' && (
        <RangeInput
          key={`${period.days.from}${period.days.to}`}
          days={period.days}
          known={known}
          onChange={onChange}
        />
      )}
      <SegmentedControl
        aria-label={t('period.label')}
        data={periodKinds.map((kind) => ({ value: kind, label: t(`period.${kind}`) }))}
        value={period.kind}
        onChange={choose}
      />
    </>
  )
}

function RangeInput({
  days,
  known,
  onChange,
}: {
  readonly days: Days
  readonly known: Days
  readonly onChange: (chosen: Chosen) => void
}) {
  const { t } = useTranslation('home')
  const [picked, setPicked] = useState<[string | null, string | null]>([days.from, days.to])
  const pick = ([from, to]: [string | null, string | null]) => {
    setPicked([from, to])
    if (from !== null && to !== null) onChange({ period: 'range', from, to })
  }
  return (
    <DatePickerInput
      type="range"
      size="xs"
      miw={200}
      aria-label={t('period.rangeLabel')}
      valueFormat="MMM D, YYYY"
      allowSingleDateInRange
      defaultDate={known.to}
      value={picked}
      onChange={pick}
      popoverProps={{ transitionProps: { duration: 100 } }}
    />
  )
}
