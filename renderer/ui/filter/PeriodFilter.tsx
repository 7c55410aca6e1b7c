import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { monthToDate, periodBefore, yearToDate, type Days } from '#shared/calendar/period.ts'
import { DayInput } from '#ui/DayInput.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { FilterBox } from './FilterBox.tsx'
import classes from './filter.module.css'

export type Period = { readonly from?: string | undefined; readonly to?: string | undefined }
type PeriodFilterProps = {
  readonly today: string
  readonly period: Period
  readonly onChange: (period: Period) => void
}

/** The year before as a whole, and the month before as a whole. */
const wholeBefore = (days: Days, step: 'month' | 'year'): Days => {
  const last = periodBefore({ from: days.from, to: days.from }, 'span').to
  return step === 'month'
    ? { from: `${last.slice(0, 7)}-01`, to: last }
    : { from: `${last.slice(0, 4)}-01-01`, to: last }
}

/** Any span of days; the ones people ask for most are a click away. */
export function PeriodFilter({ today, period, onChange }: PeriodFilterProps) {
  const { t } = useTranslation('lists')
  const choices: readonly { readonly name: string; readonly period: Period }[] = [
    { name: t('period.all'), period: {} },
    { name: t('period.thisMonth'), period: monthToDate(today) },
    { name: t('period.lastMonth'), period: wholeBefore(monthToDate(today), 'month') },
    { name: t('period.thisYear'), period: yearToDate(today) },
    { name: t('period.lastYear'), period: wholeBefore(yearToDate(today), 'year') },
  ]
  const { from, to } = period
  return (
    <FilterBox name={t('filter.period')} active={from !== undefined || to !== undefined}>
      {(close) => (
        <Stack gap="sm" w={300}>
          <div className={classes.choices}>
            {choices.map((choice) => (
              <Button
                key={choice.name}
                variant={choice.period.from === from && choice.period.to === to ? 'light' : 'subtle'}
                color={choice.period.from === from && choice.period.to === to ? 'accent' : 'gray'}
                justify="start"
                onClick={() => {
                  onChange({ from: choice.period.from, to: choice.period.to })
                  close()
                }}
              >
                {choice.name}
              </Button>
            ))}
          </div>
          <Group grow gap="xs">
            <DayInput
              label={t('period.from')}
              value={from ?? null}
              max={to}
              today={today}
              size="xs"
              changes="done"
              onChange={(day) => onChange({ from: day ?? undefined, to })}
            />
            <DayInput
              label={t('period.to')}
              value={to ?? null}
              min={from}
              today={today}
              edge="last"
              size="xs"
              changes="done"
              onChange={(day) => onChange({ from, to: day ?? undefined })}
            />
          </Group>
        </Stack>
      )}
    </FilterBox>
  )
}

/** `Mar 1 – 31, 2024`, `Since Mar 1, 2024`; null where any day will do. */
export function usePeriodText() {
  const { t } = useTranslation('lists')
  const format = useFormat()
  return ({ from, to }: Period): string | null => {
    if (from !== undefined && to !== undefined) return format.days(from, to)
    if (from !== undefined) return t('period.since', { day: format.day(from) })
    return to === undefined ? null : t('period.until', { day: format.day(to) })
  }
}
