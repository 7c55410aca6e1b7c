import { Temporal } from 'temporal-polyfill'

/** Today's calendar day in a time zone; tests and screenshots fix it. */
export const todayIn =
  (timeZone: string, fixed: string | null = null) =>
  (): string =>
    fixed ?? Temporal.Now.plainDateISO(timeZone).toString()
