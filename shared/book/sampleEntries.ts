import { accountKey, flag } from './entry.ts'
import type { Entry, EntryBatch, Key } from './entry.ts'
import { createEntryWriter } from './entryWriter.ts'

/** Entries for tests: everything a test does not speak of has a harmless value. */
export const saleKey = (id: number): Key => [7, id]
const plain: Entry = {
  sale: [0, 0],
  key: [0, 0],
  day: 19_000,
  kind: 'line',
  type: 'item',
  status: 'counted',
  source: 'orders',
  flags: 0,
  account: accountKey('etsy', ''),
  stream: 'physical',
  listing: '',
  buyer: '',
  label: '',
  currency: 'USD',
  amount: 0,
  quantity: 0,
  file: 0,
  row: 2,
}
export const entry = (told: Partial<Entry>): Entry => ({ ...plain, ...told })
export const event = (told: Partial<Entry>): Entry => ({
  ...plain,
  source: 'statement',
  flags: flag.event,
  ...told,
})

export function batchOf(entries: readonly Entry[]): EntryBatch {
  const writer = createEntryWriter(entries.length)
  for (const one of entries) writer.add(one)
  return writer.take()
}
