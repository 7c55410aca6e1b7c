import { Temporal } from 'temporal-polyfill'

/** Today's calendar day in a time zone; tests and screenshots fix it. */
export const todayIn =
  (timeZone: string, fixed: string | null = null) =>
  (): string =>
    fixed ?? Temporal.Now.plainDateISO(timeZone).toString()

/** The calendar day of a moment in a time zone. */
export const dayIn =
  (timeZone: string) =>
  (moment: Date): string =>
    Temporal.Instant.fromEpochMilliseconds(moment.getTime())
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .toString()
