import type { Totals } from '#shared/document/calculation.ts'
import { totalsOf } from '#shared/document/totalsOf.ts'
import type { Sheet } from '#shared/paper/sheet.ts'
import type { PaperWords } from './words.ts'

/** What the parts of a sheet are made from. */
export type Parts = Sheet & { readonly words: PaperWords; readonly totals: Totals | null }

export function partsOf(sheet: Sheet, words: PaperWords): Parts {
  const { issued, content } = sheet.document
  const drafted = issued === null ? totalsOf(content) : null
  return { ...sheet, words, totals: issued?.totals ?? (drafted?.ok ? drafted.value : null) }
}
