import type { Totals } from '#shared/document/calculation.ts'
import { totalsOf } from '#shared/document/totalsOf.ts'
import type { Sheet } from '#shared/paper/sheet.ts'
import type { PaperWords } from './words.ts'

/** What the parts of a sheet are made from. */
export type Parts = Sheet & {
  readonly words: PaperWords
  readonly totals: Totals | null
  /** Its title: the first heading of a file of its own, one of several where it is shown on a screen. */
  readonly heading: Heading
}
export type Heading = 'h1' | 'h2'

export function partsOf(sheet: Sheet, words: PaperWords, heading: Heading): Parts {
  const { issued, content } = sheet.document
  const drafted = issued === null ? totalsOf(content) : null
  return { ...sheet, words, heading, totals: issued?.totals ?? (drafted?.ok ? drafted.value : null) }
}
