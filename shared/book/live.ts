/** What `columns.live` says of an entry in effect. */
export const live = { counted: 1, uncounted: 2, waiting: 3, hidden: 4 } as const
