import type { Book } from './book.ts'
import { sources } from './entry.ts'
import type { Origin } from './questions.ts'

/** The row of a file an entry was read from. */
export const originOf = ({ columns, imports }: Book, entry: number): Origin => ({
  importId: imports[columns.importIndex[entry] ?? 0]?.id ?? '',
  file: columns.file[entry] ?? 0,
  row: columns.row[entry] ?? 0,
  source: sources[columns.source[entry] ?? 0] ?? 'orders',
})

/** Later imports, and later files of one import, have larger numbers. */
export const turnOf = ({ columns, imports }: Book, entry: number): number =>
  (imports[columns.importIndex[entry] ?? 0]?.order ?? 0) * 0x10000 + (columns.file[entry] ?? 0)
