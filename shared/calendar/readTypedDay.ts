import { Temporal } from 'temporal-polyfill'
import { asciiDigits } from '#shared/text/digits.ts'
import { plainWords, type DayWriting } from './dayWriting.ts'

/** What a person's text says. `instead` is the other day it could have meant, or null. */
export type TypedDay =
  | { readonly as: 'empty' }
  | { readonly as: 'day'; readonly day: string; readonly instead: string | null }
  | { readonly as: 'unreadable' }

export type DayContext = {
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly writing: DayWriting
  /** On which side of today a day without its year, or a weekday, is looked for. */
  readonly lean: 'past' | 'future'
  /** Which day of a month or year stands for it. */
  readonly edge: 'first' | 'last'
}

type Day = Temporal.PlainDate
type Reader = (text: string, context: Context) => Day | readonly [Day, Day] | null
type Context = Omit<DayContext, 'today'> & { readonly today: Day }

/** Reads a day as a person types it: `28.3.`, `3/28/24`, `2024-03-28`, `March 28`, `yesterday`, `last friday`, `-3d`, `28`. */
export function readTypedDay(text: string, context: DayContext): TypedDay {
  const plain = plainDay(asciiDigits(text, context.writing.digits))
  if (plain === '') return { as: 'empty' }
  if (plain.length > 60) return { as: 'unreadable' }
  const read = readDay(plain, { ...context, today: Temporal.PlainDate.from(context.today) })
  if (read === null) return { as: 'unreadable' }
  const [day, instead] = read instanceof Temporal.PlainDate ? [read, null] : read
  if ([day, instead ?? day].some(({ year }) => year < 1900 || year > 2200)) return { as: 'unreadable' }
  return { as: 'day', day: day.toString(), instead: instead?.toString() ?? null }
}

const plainDay = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200e\u200f]/g, '')
    .replace(/[−–]/g, '-')
    .replace(/[年月년월]/g, '-')
    .replace(/[日일]/g, '')
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª)\b/g, '$1')
    .replace(/\b(?:of|the|de|del)\b|,/g, ' ')
    .replace(/(\d) ?г\.?$/, '$1')
    .replace(/\s*([-/.])\s*(?=\d)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

const readers: readonly Reader[] = [nearDay, steps, weekday, inNumbers, withMonthName, part, afterWeekday]

function readDay(text: string, context: Context): ReturnType<Reader> {
  for (const read of readers) {
    const found = read(text, context)
    if (found !== null) return found
  }
  return null
}

function nearDay(text: string, { today, writing }: Context): Day | null {
  const word = plainWords(text)
  const days =
    { 'day before yesterday': -2, 'day after tomorrow': 2, now: 0 }[word] ??
    writing.nearDays.find(([name]) => name === word)?.[1]
  return days === undefined ? null : today.add({ days })
}

const units = { d: 'days', w: 'weeks', m: 'months', y: 'years' } as const
const isUnit = (text: string): text is keyof typeof units => text in units

/** `-3d`, `+2w`, `3 days ago`, `in a week`, `2 months from now` */
function steps(text: string, { today }: Context): Day | null {
  const [, sign = '', short = '', shortUnit = 'd'] = /^([-+])(\d{1,4})(?: ?([dwmy]))?$/.exec(text) ?? []
  if (short !== '') return stepped(today, sign === '-' ? -Number(short) : Number(short), shortUnit)
  const [, before, count = '', unit = '', behind] =
    /^(in )?(\d{1,4}|an?|one) (d|w|m|y)(?:ays?|eeks?|onths?|ears?)( ago| from now)?$/.exec(text) ?? []
  if (count === '' || (before === undefined) === (behind === undefined)) return null
  const many = /\d/.test(count) ? Number(count) : 1
  return stepped(today, behind === ' ago' ? -many : many, unit)
}

const stepped = (today: Day, count: number, unit: string) =>
  isUnit(unit) ? today.add({ [units[unit]]: count }) : null

/** `friday`, `last friday`, `next fri` */
function weekday(text: string, { today, writing, lean }: Context): Day | null {
  const [, which = '', name = ''] = /^(?:(last|past|next|this|coming) )?(\D+)$/.exec(text) ?? []
  const day = numberOf(writing.weekdays, name)
  if (day === null) return null
  const ahead = (day - today.dayOfWeek + 7) % 7 // 0 is today
  if (which === 'last' || which === 'past') return today.subtract({ days: (7 - ahead) % 7 || 7 })
  if (which === 'next') return today.add({ days: ahead || 7 })
  const back = which === '' && lean === 'past'
  return back ? today.subtract({ days: (7 - ahead) % 7 }) : today.add({ days: ahead })
}

/** Digits alone, in the order of the locale; another order where that gives no day. */
function inNumbers(text: string, context: Context): ReturnType<Reader> {
  const { writing } = context
  const iso = /^(\d{4})(?:([-/. ])(\d{1,2})\2(\d{1,2})\.?|(\d{2})(\d{2}))$/.exec(text)
  if (iso) return date(iso[1], iso[3] ?? iso[5], iso[4] ?? iso[6])
  const [, one = '', sign = '', two = '', year = ''] =
    /^(\d{1,2})([-/. ])(\d{1,2})(?:\.?|\2(\d{4}|\d{1,2})\.?)$/.exec(text) ?? []
  if (one === '') return null
  const early = writing.yearFirst && (year.length === 1 || year.length === 2) ? date(one, two, year) : null
  if (early !== null || year.length === 1) return early
  const dotted = sign === '.' && writing.separator !== '.'
  const monthFirst = writing.monthFirst && !dotted
  const inOrder = (first: boolean) =>
    year === ''
      ? nearest(context, first ? one : two, first ? two : one)
      : date(year, first ? one : two, first ? two : one)
  const [day, other] = [inOrder(monthFirst), inOrder(!monthFirst)]
  if (day === null || other === null || day.equals(other)) return day ?? other
  const foreign = sign === '/' && writing.separator !== '/'
  return foreign || (dotted && writing.monthFirst) ? [day, other] : day
}

/** `28 march 2024`, `mar 28`, `28. März`, `march 2024`, `2024 márc. 28.` */
function withMonthName(text: string, context: Context): Day | null {
  const [, first = '', name = '', second = ''] =
    /^(\d{1,4})?[-/. ]*(\p{L}[\p{L}\p{M}. ]*?)[-/. ]*('?\d{1,4}(?:[-/. ]'?\d{2,4})?)?\.?$/u.exec(text) ?? []
  const month = numberOf(context.writing.months, name)
  if (month === null) return null
  const [, last = '', year = ''] = /^'?(\d{1,4})(?:[-/. ]'?(\d{4}|\d{2}))?$/.exec(second) ?? []
  if (first.length === 4) return date(first, month, last)
  if (first !== '')
    return year !== '' ? null : last === '' ? nearest(context, month, first) : date(last, month, first)
  if (year !== '') return date(year, month, last)
  if (last.length <= 2 && last !== '') return nearest(context, month, last)
  const start = last === '' ? nearest(context, month, 1) : date(last, month, 1)
  return start && context.edge === 'last' ? start.with({ day: start.daysInMonth }) : start
}

/** `2024`, `2024-03`, `last month`, `this year`, and `28`: the day of a month. */
function part(text: string, context: Context): Day | null {
  const { today, edge } = context
  const [, year = '', month = ''] = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(text) ?? []
  if (year !== '') return edgeOf(date(year, month || 1, 1), month === '' ? 'year' : 'month', edge)
  const [, which = '', unit = ''] = /^(last|this|next) (month|year)$/.exec(text) ?? []
  const count = { last: -1, this: 0, next: 1 }[which] ?? 0
  if (unit === 'month') return edgeOf(today.add({ months: count }), unit, edge)
  if (unit === 'year') return edgeOf(today.add({ years: count }), unit, edge)
  return /^\d{1,2}\.?$/.test(text) ? dayOfMonth(Number.parseInt(text, 10), context) : null
}

function edgeOf(day: Day | null, unit: 'month' | 'year', edge: DayContext['edge']): Day | null {
  const month = unit === 'month' ? day : (day?.with({ month: edge === 'first' ? 1 : 12 }) ?? null)
  return month?.with({ day: edge === 'first' ? 1 : month.daysInMonth }) ?? null
}

function dayOfMonth(day: number, { today, lean }: Context): Day | null {
  for (let months = 0; months < 3; months++) {
    const found = today.with({ day: 1 }).add({ months: lean === 'past' ? -months : months })
    const there = date(found.year, found.month, day)
    if (there !== null && isOnSide(there, today, lean)) return there
  }
  return null
}

/** `Fri, Mar 22, 2024`: the weekday only says it again, and must be right. */
function afterWeekday(text: string, context: Context): Day | null {
  const [, name = '', rest = ''] = /^(\p{L}[\p{L}\p{M}]*)\.? (.*\d.*)$/u.exec(text) ?? []
  const day = numberOf(context.writing.weekdays, name)
  const read = day === null ? null : readDay(rest, context)
  return read instanceof Temporal.PlainDate && read.dayOfWeek === day ? read : null
}

/** A name, or three letters and more of one alone. */
function numberOf(names: DayWriting['months'], text: string): number | null {
  const name = plainWords(text)
  const exact = names.find(([whole]) => whole === name)
  if (exact !== undefined) return exact[1]
  const begun = new Set(
    names.filter(([whole]) => name.length >= 3 && whole.startsWith(name)).map(([, at]) => at),
  )
  return begun.size === 1 ? ([...begun][0] ?? null) : null
}

const isOnSide = (day: Day, today: Day, lean: DayContext['lean']) =>
  Temporal.PlainDate.compare(day, today) * (lean === 'past' ? 1 : -1) <= 0

/** The day of the last or next year that has it. */
function nearest({ today, lean }: Context, month: Digits, day: Digits): Day | null {
  for (let years = 0; years <= 8; years++) {
    const found = date(today.year + (lean === 'past' ? -years : years), month, day)
    if (found !== null && isOnSide(found, today, lean)) return found
  }
  return null
}

type Digits = string | number | undefined

/** Two digits of a year mean 1970–2069. */
function date(year: Digits, month: Digits, day: Digits): Day | null {
  const short = String(year).length <= 2
  const whole = short ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)
  const fields = { year: whole, month: Number(month), day: Number(day) }
  if (!Object.values(fields).every((field) => Number.isInteger(field) && field > 0)) return null
  const found = Temporal.PlainDate.from(fields) // clamps what does not exist
  return found.month === fields.month && found.day === fields.day ? found : null
}
