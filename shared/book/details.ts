import { record, unit } from './entry.ts'

/** The cells of one row of the file, found in a page's details; `null` where the page does not hold it. */
export function rowInDetails(details: string, file: number, row: number): readonly string[] | null {
  const head = `${file}${unit}${row}${unit}`
  const at = details.startsWith(head) ? 0 : details.indexOf(record + head) + 1
  if (at === 0 && !details.startsWith(head)) return null
  const end = details.indexOf(record, at)
  return details.slice(at + head.length, end < 0 ? undefined : end).split(unit)
}
