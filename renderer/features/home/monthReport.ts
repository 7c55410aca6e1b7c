import type { BookClient } from '#data/services.ts'
import type { Report, TotalsRow } from '#shared/book/questions.ts'
import { daysOfMonth, monthToDate, periodBefore, type Days } from '#shared/calendar/period.ts'
import { askMix, type MixAnswer } from './ask.ts'
import { askParties, type Party } from './askParties.ts'
import { mixOf, type MixPart } from './mix.ts'
import { mixKeys, type MixKey } from './search.ts'

export type ReportQuestion = {
  readonly month: string
  readonly today: string
  readonly currency: string
  readonly report: Report
  readonly together: boolean
}
export type ReportSpan = {
  readonly days: Days
  /** The month before; of a month that is not over, its same days. */
  readonly before: Days
  readonly isWhole: boolean
}
export type ReportMix = {
  readonly by: MixKey
  readonly parts: readonly MixPart[]
  readonly titles: MixAnswer['titles']
}
export type MonthReport = {
  readonly question: ReportQuestion
  readonly span: ReportSpan
  /** One row per currency. */
  readonly now: readonly TotalsRow[]
  readonly before: readonly TotalsRow[]
  readonly mixes: readonly ReportMix[]
  readonly products: readonly Party[]
  readonly clients: readonly Party[]
}

/** The days a report of this month is about: all of it, or as far as it has gone. */
export function reportSpan(month: string, today: string): ReportSpan {
  const isWhole = month !== today.slice(0, 7) || today === daysOfMonth(month).to
  const days = isWhole ? daysOfMonth(month) : monthToDate(today)
  return { days, before: periodBefore(days, isWhole ? 'span' : 'month'), isWhole }
}

/** Months from the first with sales to the last, the latest first; none that has not begun. */
export function reportMonths({ from, to }: Days, today: string): readonly string[] {
  const months: string[] = []
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const last = (to < today ? to : today).slice(0, 7)
  for (let name = from.slice(0, 7); name <= last;) {
    months.push(name)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    name = `${year}-${String(month).padStart(2, '0')}`
  }
  return months.toReversed()
}

const sums = { by: 'none', bucket: 'none' } as const

export async function askMonthReport(book: BookClient, question: ReportQuestion): Promise<MonthReport> {
  const { currency, report, together } = question
  const span = reportSpan(question.month, question.today)
  const { days } = span
  const filter = { from: days.from, to: days.to, ...(together ? {} : { currencies: [currency] }) }
  const party = { by: 'kept', filter, report, currency } as const
  const [now, before, mixes, products, clients] = await Promise.all([
    book.totals(days, sums, report),
    book.totals(span.before, sums, report),
    Promise.all(
      mixKeys.map(async (by): Promise<ReportMix> => {
        const asked = { days, by, bucket: 'year', report, currency, figure: 'cameIn' } as const
        const { rows, rest, titles } = await askMix(book, asked)
        return { by, parts: mixOf(rows, rest, [], 'cameIn'), titles }
      }),
    ),
    askParties(book, { ...party, of: 'products' }),
    askParties(book, { ...party, of: 'clients' }),
  ])
  return { question, span, now, before, mixes, products: products.rows, clients: clients.rows }
}
