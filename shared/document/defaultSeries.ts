import type { DocumentKind } from './document.ts'
import type { Series } from './series.ts'

const patterns: Readonly<Record<DocumentKind, string>> = {
  quote: 'Q-{YYYY}-{0001}',
  invoice: '{YYYY}-{0001}',
  creditNote: 'CN-{YYYY}-{0001}',
}

/** The series documents of a kind are numbered by until somebody describes another. */
export const defaultSeries = (kind: DocumentKind): Series => ({
  id: kind,
  kinds: [kind],
  pattern: patterns[kind],
  reset: 'year',
  start: 1,
  last: [],
})
