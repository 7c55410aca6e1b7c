type Week = { readonly firstDay: number }
/** Newer engines ask by a function, older ones by a property; the language's types know neither yet. */
type WeekOfLocale = { readonly getWeekInfo?: () => Week; readonly weekInfo?: Week }

/** The day a week begins with in a calendar of this locale; Sunday is 0. */
export function firstWeekday(locale: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const known: Intl.Locale & WeekOfLocale = new Intl.Locale(locale)
  const week = known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 }
  return ([0, 1, 2, 3, 4, 5, 6] as const)[week.firstDay % 7] ?? 1
}
