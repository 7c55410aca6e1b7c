import type { Random } from './random.ts'

/** Days since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
export const dateOf = (day: number): Date => new Date(day * 86_400_000)
export const isoDay = (day: number): string => dateOf(day).toISOString().slice(0, 10)
export const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** How busy each month is, January first: quiet after the holidays, Mother's Day, and the weeks before Christmas. */
const months = [0.62, 0.78, 0.8, 0.9, 1.12, 0.86, 0.76, 0.82, 0.98, 1.12, 1.68, 1.9]

/** How many orders come in on a day, where `mean` is the average of the two years and `growth` its slope. */
export function ordersOn(
  random: Random,
  day: number,
  first: number,
  span: number,
  mean: number,
  growth: number,
): number {
  const date = dateOf(day)
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6 ? 1.2 : 0.94
  const progress = (day - first) / span - 0.5
  return random.count(mean * (months[date.getUTCMonth()] ?? 1) * weekend * (1 + growth * progress))
}

/** What a share of money is in whole cents. */
export const percent = (cents: number, rate: number): number => Math.floor((cents * rate) / 100 + 0.5)

/** `1234` → `12.34` */
export function plain(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
