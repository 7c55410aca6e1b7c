import formats from '#resources/locales/en/formats.json'
import refusals from '#resources/locales/en/refusals.json'
import { measureNames } from '#shared/book/questions.ts'
import type { Measures } from '#shared/book/questions.ts'
import type { FileError, RefusedRow } from '#shared/imports/report.ts'
import type { InspectedFile, Inspection } from '#shared/inspect/inspectFiles.ts'
import { decimalText } from '#shared/money/decimalText.ts'

/** A sentence of the catalogue with its gaps filled. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number | null>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))

const rowSentence = ({ code, column, text }: RefusedRow): string => fill(refusals.row[code], { column, text })
export const fileSentence = ({ code, row }: FileError): string => fill(refusals.file[code], { row })

type Amounts = Readonly<Record<string, Measures>>

/** Currencies whose figures are all nothing (only a rate was given in them) are left out. */
function decimals(standing: Amounts): Record<string, Record<string, string>> {
  const used = Object.entries(standing).filter(([, measures]) =>
    measureNames.some((name) => measures[name] !== 0),
  )
  return Object.fromEntries(
    used
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([currency, measures]) => [
        currency,
        Object.fromEntries(measureNames.map((name) => [name, decimalText(measures[name], currency)])),
      ]),
  )
}

function fileFacts(file: InspectedFile) {
  if (!file.ok) {
    const error = { ...file.error, sentence: fileSentence(file.error) }
    return {
      name: file.name,
      format: null,
      encoding: null,
      delimiter: null,
      rows: 0,
      from: '',
      to: '',
      refused: [],
      waiting: [],
      error,
    }
  }
  const { format, encoding, delimiter, rows, from, to } = file.report
  const refused = file.refused.map((row) => ({ row: row.row, code: row.code, sentence: rowSentence(row) }))
  const waiting = file.waiting.map(({ row }) => ({ row, code: 'order-unknown' }))
  return { name: file.name, format, encoding, delimiter, rows, from, to, refused, waiting }
}

/** The promise of `--json`: decimal strings in the digits of their currency. */
export function toJson({ files, summary }: Inspection): string {
  const { sales, lines, units, buyers, listings, counted, uncounted, waiting } = summary
  const figures = { totals: decimals(counted), uncounted: decimals(uncounted), waiting: decimals(waiting) }
  return JSON.stringify(
    { files: files.map(fileFacts), sales, lines, units, buyers, listings, ...figures },
    null,
    2,
  )
}

function describeFile(file: InspectedFile): readonly string[] {
  if (!file.ok)
    return [fill(formats.inspect.unreadable, { name: file.name, sentence: fileSentence(file.error) })]
  const { format, rows, from, to, encoding } = file.report
  const facts = { rows, from, to, encoding: formats.encoding[encoding] }
  return [
    fill(formats.inspect.file, { name: file.name, format: nameOf(format) }),
    `  ${fill(from === '' ? formats.inspect.noDates : formats.inspect.facts, facts)}`,
    ...file.refused.map(
      (row) => `  ${fill(formats.inspect.refused, { row: row.row, sentence: rowSentence(row) })}`,
    ),
    ...file.waiting.map(
      ({ row, label }) =>
        `  ${fill(formats.inspect.waiting, { row, sentence: fill(refusals.waiting['order-unknown'], { label }) })}`,
    ),
  ]
}

const nameOf = (format: string): string =>
  Object.entries(formats.name).find(([name]) => name === format)?.[1] ?? format

function describeAmounts(title: string, standing: Amounts): readonly string[] {
  const shown = decimals(standing)
  const currencies = Object.keys(shown)
  if (currencies.length === 0) return []
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(18)}${cells.map((cell) => cell.padStart(15)).join('')}`
  const figures = measureNames.map((name) =>
    row(
      formats.measure[name],
      currencies.map((currency) => shown[currency]?.[name] ?? ''),
    ),
  )
  return ['', title, row('', currencies), ...figures]
}

export function toText({ files, summary }: Inspection): string {
  const { sales, lines, units, buyers, listings } = summary
  const counts = fill(formats.inspect.counts, { sales, lines, units, buyers, listings })
  return [
    ...files.flatMap(describeFile),
    '',
    counts,
    ...describeAmounts(formats.inspect.totals, summary.counted),
    ...describeAmounts(formats.inspect.uncounted, summary.uncounted),
    ...describeAmounts(formats.inspect.waitingTotals, summary.waiting),
  ].join('\n')
}

/** 0 read, 1 some rows refused, 2 a file that cannot be read. */
export function exitCode({ files }: Inspection): number {
  if (files.some(({ ok }) => !ok)) return 2
  return files.some((file) => file.ok && file.refused.length > 0) ? 1 : 0
}
