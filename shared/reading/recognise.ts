import Papa from 'papaparse'
import { readDate } from '#shared/calendar/readDate.ts'
import type { DatePattern } from '#shared/calendar/readDate.ts'
import type { Format } from '#shared/formats/format.ts'
import { formats } from '#shared/formats/formats.ts'
import type { FileError, FileErrorCode } from '#shared/imports/report.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { cleanText, foldHead, isBlank } from './cells.ts'
import type { Delimiter, Newline } from './records.ts'

export const mostColumns = 512

/** What the beginning of a file says about all of it. */
export type Shape<F extends Format = Format> = {
  readonly format: F
  readonly delimiter: Delimiter
  readonly newline: Newline
  readonly header: readonly string[]
  /** Records before the header: a preamble, a `sep=` line. */
  readonly headerAt: number
  /** A `sep=` line is not counted where rows are numbered: spreadsheets do not show it. */
  readonly hasSepLine: boolean
  /** Where in a record each of the format's columns stands; -1 where the file lacks it. */
  readonly places: ReadonlyMap<string, number>
  readonly decimal: '.' | ','
  readonly dates: ReadonlyMap<string, DatePattern>
}

type Found = Pick<Shape, 'format' | 'delimiter' | 'header' | 'headerAt' | 'hasSepLine' | 'places'> & {
  readonly sample: readonly (readonly string[])[]
}

/** Finds format and delimiter together, by the header alone: the pair under which most of a format's columns are there. */
export function recognise(opening: string, isWhole: boolean): Result<Shape, FileError> {
  const newline = findNewline(opening)
  const tries = ([',', ';', '\t', '|'] as const).map((delimiter) => ({
    delimiter,
    ...split(opening, isWhole, delimiter, newline),
  }))
  const found = tries
    .flatMap(({ delimiter, records }) => findHeader(records, delimiter))
    .toSorted((a, b) => b.places.size - a.places.size)[0]
  if (!found) return err(whyNot(opening, tries))
  if (found.header.length > mostColumns) return err({ code: 'too-many-columns', row: found.headerAt + 1 })
  const { sample: _sample, ...shape } = found
  return ok({ ...shape, newline, decimal: voteDecimal(found), dates: voteDates(found) })
}

function split(text: string, isWhole: boolean, delimiter: Delimiter, newline: Newline) {
  const parsed = new Papa.Parser({ delimiter, newline, header: false }).parse(text, 0, !isWhole)
  const errors = parsed.errors as readonly { readonly code: string }[]
  return { records: parsed.data as string[][], isOpen: errors.some(({ code }) => code === 'MissingQuotes') }
}

/** The line end outside quotations; a CRLF counts as LF, its CR is trimmed from the last cell. */
function findNewline(text: string): Newline {
  let isQuoted = false
  let hasCr = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 34) isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (unit === 10) return '\n'
    else if (unit === 13) hasCr = true
  }
  return hasCr ? '\r' : '\n'
}

/** Some exports put lines before the header; none is known with more than twenty. */
const longestPreamble = 20

function findHeader(records: readonly (readonly string[])[], delimiter: Delimiter): readonly Found[] {
  const hasSepLine = /^\ufeff?sep=/i.test(records[0]?.[0] ?? '')
  return records.slice(0, longestPreamble + 1).flatMap((header, headerAt) => {
    const heads = new Map<string, number>()
    header.forEach((cell, at) => {
      const head = foldHead(cell)
      if (!heads.has(head)) heads.set(head, at)
    })
    return formats.flatMap((format) => {
      const places = placesOf(format, heads)
      const isIt = format.signatures.some((columns) => columns.every((column) => places.has(column)))
      return isIt
        ? [{ format, delimiter, header, headerAt, hasSepLine, places, sample: records.slice(headerAt + 1) }]
        : []
    })
  })
}

/** The same for a file that was recognised before, of which the header was kept. */
export function placesIn(format: Format, header: readonly string[]): Shape['places'] {
  const heads = new Map(header.map((cell, at) => [foldHead(cell), at] as const).toReversed())
  return placesOf(format, heads)
}

function placesOf(format: Format, heads: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [name, { heads: names = [] }] of Object.entries(format.columns)) {
    const place = names.map((head) => heads.get(foldHead(head))).find((at) => at !== undefined)
    if (place !== undefined) places.set(name, place)
  }
  return places
}

function whyNot(
  opening: string,
  tries: readonly { readonly records: readonly (readonly string[])[]; readonly isOpen: boolean }[],
): FileError {
  const error = (code: FileErrorCode, row: number | null = null): FileError => ({ code, row })
  if (opening.replace('\ufeff', '').trim() === '') return error('empty-file')
  const widest = Math.max(
    ...tries.flatMap(({ records }) => records.slice(0, longestPreamble + 1).map((cells) => cells.length)),
  )
  if (widest > mostColumns) return error('too-many-columns', 1)
  const open = tries.find(({ isOpen }) => isOpen)
  if (open) return error('unterminated-quote', open.records.length)
  if (tries.some(({ records }) => records.length === 0))
    return error(opening.includes('"') ? 'unterminated-quote' : 'cell-too-long', 1)
  return error('unknown-format')
}

/** A file saved again by a spreadsheet may have the other decimal sign; then no number of it has the format's own. */
function voteDecimal({ format, places, sample }: Found): '.' | ',' {
  const money = Object.entries(format.columns).flatMap(([name, { read }]) =>
    read === 'money' ? [places.get(name) ?? -1] : [],
  )
  const has = (sign: '.' | ',') => {
    const decisive = sign === '.' ? /\d\.\d{1,2}(?!\d)\D*$/ : /\d,\d{1,2}(?!\d)\D*$/
    return sample.some((cells) => money.some((place) => decisive.test(cells[place] ?? '')))
  }
  const other = format.decimal === '.' ? ',' : '.'
  return !has(format.decimal) && has(other) ? other : format.decimal
}

/** The first order of day and month that fits every date of the sample; where none does, the table's first. */
function voteDates({ format, places, sample }: Found): ReadonlyMap<string, DatePattern> {
  const chosen = new Map<string, DatePattern>()
  for (const [name, { dates = [] }] of Object.entries(format.columns)) {
    const place = places.get(name)
    const texts =
      place === undefined
        ? []
        : [...new Set(sample.map((cells) => cleanText(cells[place] ?? '')))].filter((text) => !isBlank(text))
    const fitting = dates.find((pattern) => texts.every((text) => readDate(text, pattern) !== null))
    const best = fitting ?? mostFitting(dates, texts)
    if (best) chosen.set(name, best)
  }
  return chosen
}

function mostFitting(dates: readonly DatePattern[], texts: readonly string[]): DatePattern | undefined {
  const fits = (pattern: DatePattern) => texts.filter((text) => readDate(text, pattern) !== null).length
  return dates.toSorted((a, b) => fits(b) - fits(a))[0]
}
