import type { Entry, Key, Source } from '#shared/book/entry.ts'

/** One entry that is filled again and again: a writer copies what it holds. */
export type MutableEntry = { -readonly [K in keyof Entry]: Entry[K] }

export const noKey: Key = [0, 0]

export const blankEntry = (source: Source, account: string, file: number): MutableEntry => ({
  sale: noKey,
  key: noKey,
  day: 0,
  kind: 'line',
  type: '',
  status: 'counted',
  source,
  flags: 0,
  account,
  stream: '',
  listing: '',
  buyer: '',
  label: '',
  currency: '',
  amount: 0,
  quantity: 0,
  file,
  row: 0,
})
