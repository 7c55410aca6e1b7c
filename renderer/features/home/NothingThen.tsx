import { Button, EmptyState } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconCalendarOff from '@tabler/icons-react/dist/esm/icons/IconCalendarOff.mjs'
import type { Summary } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { HomeScreenProps } from './HomeScreen.tsx'
import { nearestMonth, type Period } from './period.ts'
import classes from './home.module.css'

type Props = Pick<HomeScreenProps, 'search' | 'onSearch'> & {
  readonly period: Period
  readonly summary: Summary
  readonly months: readonly string[]
}

/** A period in which no money moved, and the way to the nearest one in which some did. */
export function NothingThen({ search, onSearch, period, summary, months }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const nearest = nearestMonth(months, period.days)
  return (
    <EmptyState
      className={classes.nothing ?? ''}
      icon={<IconCalendarOff size={36} stroke={1.4} />}
      title={t('nothing.title', { days: format.days(period.days.from, period.days.to) })}
      description={t('nothing.text', { from: format.day(summary.from), to: format.day(summary.to) })}
    >
      <EmptyState.Actions>
        {nearest !== null && (
          <Button size="sm" onClick={() => onSearch({ ...search, period: 'range', ...nearest })}>
            {t('nothing.nearest', { month: format.bucket(nearest.from.slice(0, 7)) })}
          </Button>
        )}
        <Button
          size="sm"
          variant="default"
          onClick={() => onSearch({ ...search, period: 'all', from: undefined, to: undefined })}
        >
          {t('nothing.all')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
