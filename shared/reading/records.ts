import Papa from 'papaparse'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { FileError } from '#shared/imports/report.ts'

export type Delimiter = ',' | ';' | '\t' | '|'
export type Newline = '\n' | '\r'

export type Records = {
  readonly records: readonly (readonly string[])[]
  /** How many records came before these. */
  readonly before: number
  /** Positions of records in which a broken quotation swallowed a line break. */
  readonly broken: ReadonlySet<number>
}

/** Long enough for speed, short enough that the records of a piece are garbage before it is looked for. */
const usualPiece = 1 << 16
/** A record longer than this has no end: its quotation was never closed. */
const longestRecord = 1 << 20

/** Splits text into records, piece by piece. */
export async function* readRecords(
  texts: AsyncIterator<string>,
  opening: string,
  shape: { readonly delimiter: Delimiter; readonly newline: Newline },
  pieceLength = usualPiece,
): AsyncGenerator<Records, Result<null, FileError>> {
  // A header of PapaParse's own would rename equal cells in the first record of every piece.
  const parser = new Papa.Parser({ delimiter: shape.delimiter, newline: shape.newline, header: false })
  let before = 0
  let rest = ''
  for await (const { text, isLast } of pieces(texts, opening, pieceLength)) {
    const input = rest + text
    const parsed = parser.parse(input, 0, !isLast)
    const records = parsed.data as string[][]
    const errors = parsed.errors as ParseError[]
    rest = input.slice(parsed.meta.cursor)
    if (errors.some(isOpenQuote)) return err({ code: 'unterminated-quote', row: before + records.length })
    yield { records, before, broken: brokenRecords(records, errors) }
    before += records.length
    if (rest.length > longestRecord)
      return err({ code: rest.includes('"') ? 'unterminated-quote' : 'cell-too-long', row: before + 1 })
  }
  return ok(null)
}

/** The text in pieces of about this length, whatever it comes in; the last is known to be the last. */
async function* pieces(
  texts: AsyncIterator<string>,
  opening: string,
  length: number,
): AsyncGenerator<{ readonly text: string; readonly isLast: boolean }> {
  let text = opening
  for (;;) {
    const next = await texts.next()
    const isLast = next.done === true
    if (!isLast && text.length < length) {
      text += next.value
      continue
    }
    let at = 0
    for (; text.length - at > length; at += length) {
      yield { text: text.slice(at, at + length), isLast: false }
    }
    yield { text: text.slice(at), isLast }
    if (isLast) return
    text = next.value
  }
}

type ParseError = { readonly code: string; readonly row?: number }
const isOpenQuote = ({ code }: ParseError): boolean => code === 'MissingQuotes'

const none: ReadonlySet<number> = new Set()

function brokenRecords(
  records: readonly (readonly string[])[],
  errors: readonly ParseError[],
): ReadonlySet<number> {
  if (errors.length === 0) return none
  const rows = errors.flatMap(({ code, row }) => (code === 'InvalidQuotes' && row !== undefined ? [row] : []))
  return new Set(
    rows.filter((row) => records[row]?.some((cell) => cell.includes('\n') || cell.includes('\r')) === true),
  )
}
