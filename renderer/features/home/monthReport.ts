import { incomeOf } from '#shared/book/income.ts'
import type { BookClient } from '#data/services.ts'
import type { Report, TotalsRow } from '#shared/book/questions.ts'
import { sumOf } from './figures.ts'
import { shown } from './currency.ts'
import { daysOfMonth, monthToDate, periodBefore, type Days } from '#shared/calendar/period.ts'
import { askMix, type MixAnswer } from './ask.ts'
import { askParties, type Party } from './askParties.ts'
import { mixOf, type MixPart } from './mix.ts'

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
/** What products brought stands among the top products. */
const mixesShown = ['stream', 'channel'] as const
const partiesShown = 7
export type ReportMix = {
  readonly by: (typeof mixesShown)[number]
  readonly parts: readonly MixPart[]
  readonly titles: MixAnswer['titles']
}
/** What one of the last twelve months brought, in the currency of the report. */
export type ReportMonth = { readonly month: string; readonly cameIn: number; readonly kept: number }
export type MonthReport = {
  readonly question: ReportQuestion
  readonly span: ReportSpan
  /** One row per currency. */
  readonly now: readonly TotalsRow[]
  readonly before: readonly TotalsRow[]
  readonly mixes: readonly ReportMix[]
  /** The last one is the month of the report, as far as it has gone. */
  readonly months: readonly ReportMonth[]
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

/** The twelve months that end with this one, the earliest first. */
export function monthsUpTo(month: string): readonly string[] {
  const last = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  return Array.from({ length: 12 }, (_, at) => {
    const count = last - 11 + at
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}

const sums = { by: 'none', bucket: 'none' } as const

export async function askMonthReport(book: BookClient, question: ReportQuestion): Promise<MonthReport> {
  const { currency, report, together } = question
  const span = reportSpan(question.month, question.today)
  const { days } = span
  const filter = { from: days.from, to: days.to, ...(together ? {} : { currencies: [currency] }) }
  const party = { by: 'kept', filter, report, currency, count: partiesShown } as const
  const names = monthsUpTo(question.month)
  const year = { from: `${names[0]}-01`, to: days.to }
  const [now, before, monthly, mixes, products, clients] = await Promise.all([
    book.totals(days, sums, report),
    book.totals(span.before, sums, report),
    book.totals(year, { by: 'none', bucket: 'month' }, report),
    Promise.all(
      mixesShown.map(async (by): Promise<ReportMix> => {
        const asked = { days, by, bucket: 'year', report, currency, figure: 'cameIn' } as const
        const { rows, rest, titles } = await askMix(book, asked)
        return { by, parts: mixOf(rows, rest, [], 'cameIn'), titles }
      }),
    ),
    askParties(book, { ...party, of: 'products' }),
    askParties(book, { ...party, of: 'clients' }),
  ])
  const months = names.map((month) => {
    const measures = sumOf(shown(monthly, currency).filter(({ bucket }) => bucket === month))
    return { month, cameIn: incomeOf(measures, 'cameIn'), kept: incomeOf(measures, 'kept') }
  })
  return { question, span, now, before, mixes, months, products: products.rows, clients: clients.rows }
}
