import { Temporal } from 'temporal-polyfill'

/** So many days after a day, both `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()
