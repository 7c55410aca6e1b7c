import type { Filter, Report } from '#shared/book/questions.ts'
import type { Days } from '#shared/calendar/period.ts'
import type { ChartFile } from '#ui/saveChart.ts'
import type { HomeScreenProps } from './HomeScreen.tsx'

/** What a card below the headline is drawn from: days and currency are those of the figures that stand above it. */
export type CardProps = {
  readonly services: HomeScreenProps['services']
  readonly days: Days
  /** First and last day of all there is. */
  readonly known: Days
  readonly currency: string
  readonly report: Report
  /** The days in what is shown: one currency, or all that there are. */
  readonly filter: Filter
  readonly onOpenSales: HomeScreenProps['onOpenSales']
  readonly onSave: (name: string, file: ChartFile) => void
}
