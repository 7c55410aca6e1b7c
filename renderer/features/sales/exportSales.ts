import { unit } from '#shared/book/entry.ts'
import { measureNames, type Filter, type SaleRow, type SalesQuestion } from '#shared/book/questions.ts'
import type { Api } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import { csvRecord } from '#shared/sheet/csvRecord.ts'
import type { SalesServices } from './salesServices.ts'

const texts = [
  'day',
  'label',
  'channel',
  'account',
  'buyer',
  'title',
  'lines',
  'units',
  'status',
  'currency',
] as const
export const exportColumns = [...texts, ...measureNames] as const
export type ExportColumn = (typeof exportColumns)[number]

const screenful = 5000
/** What one message to the main process may carry, with room to spare. */
const longest = 380_000_000

export type ExportRequest = {
  readonly filter: Filter
  readonly sort: SalesQuestion['sort']
  readonly suggestedName: string
  readonly header: (column: ExportColumn) => string
  readonly onProgress: (done: number, total: number) => void
  readonly signal: AbortSignal
}
export type ExportFailure = {
  readonly code: 'cancelled' | 'disk-full' | 'not-allowed' | 'failed' | 'too-many'
}

/** Writes the list as it is filtered and sorted, a screenful at a time; a sale with two currencies takes two records. */
export async function exportSales(
  services: { readonly book: Pick<SalesServices['book'], 'sales'>; readonly api: Pick<Api, 'saveText'> },
  { filter, sort, suggestedName, header, onProgress, signal }: ExportRequest,
): Promise<Result<{ readonly name: string }, ExportFailure>> {
  const parts = [csvRecord(exportColumns.map(header))]
  let length = 0
  for (let from = 0, total = 1; from < total; from += screenful) {
    if (signal.aborted) return err({ code: 'cancelled' })
    const answer = await services.book.sales({ filter, sort, from, count: screenful }, {})
    total = answer.total
    const part = answer.rows.flatMap((sale) => saleRecords(sale)).join('')
    length += part.length
    if (length > longest) return err({ code: 'too-many' })
    parts.push(part)
    onProgress(Math.min(from + screenful, total), total)
  }
  if (signal.aborted) return err({ code: 'cancelled' })
  const saved = await services.api.saveText({ suggestedName, kind: 'csv', text: parts.join('') })
  return saved.ok ? ok({ name: saved.name }) : err(saved.error)
}

function saleRecords(sale: SaleRow): readonly string[] {
  const account = sale.account.split(unit).at(-1) ?? ''
  const amounts = [{ currency: sale.currency, measures: sale.measures }, ...sale.others]
  return amounts.map(({ currency, measures }, at) => {
    const figures = measureNames.map((name) => decimalText(measures[name], currency))
    const [lines, units] = at === 0 ? [sale.lines, sale.units] : [0, 0] // the same pieces must not add up twice
    return csvRecord([
      sale.day,
      sale.label,
      sale.channel,
      account,
      sale.buyer,
      sale.title,
      lines,
      units,
      sale.status,
      currency,
      ...figures,
    ])
  })
}
