import type { ImportDay } from '#data/importHistory.ts'
import type { SaleDetail, SaleRow } from '#shared/book/questions.ts'
import type { Client, ClientNote } from '#shared/client/client.ts'

/** One thing that happened with a client, on a calendar day. Amounts as they act on the seller. */
export type Happened =
  | { readonly what: 'sale'; readonly day: string; readonly sale: SaleRow; readonly note: string }
  | { readonly what: 'refund'; readonly day: string; readonly sale: SaleRow; readonly amount: number }
  | { readonly what: 'note'; readonly day: string; readonly note: ClientNote }
  | { readonly what: 'import'; readonly day: string; readonly file: string }
  | { readonly what: 'followUp'; readonly day: string; readonly text: string }

export type Known = {
  readonly sales: readonly SaleRow[]
  /** What is known of those that were refunded or noted on, by key. */
  readonly details: ReadonlyMap<string, Pick<SaleDetail, 'parts' | 'note'>>
  /** Imports that speak of the client. */
  readonly imports: readonly ImportDay[]
  readonly record: Client | null
}

/** On one day: what is to come first, then what was said, then money, then files. */
const order = ['followUp', 'note', 'refund', 'sale', 'import'] as const

/** Everything that happened, the newest first; what is to come stands on top. */
export function happenings({ sales, details, imports, record }: Known): readonly Happened[] {
  const all: Happened[] = [
    ...sales.map((sale) => ({
      what: 'sale' as const,
      day: sale.day,
      sale,
      note: details.get(sale.key)?.note ?? '',
    })),
    ...sales.flatMap((sale) => refundsOf(sale, details.get(sale.key))),
    ...imports.map((one) => ({ what: 'import' as const, ...one })),
    ...(record?.notes ?? []).map((note) => ({ what: 'note' as const, day: note.day, note })),
    ...(record?.followUp ? [{ what: 'followUp' as const, ...record.followUp }] : []),
  ]
  return all.toSorted((a, b) =>
    a.day === b.day ? order.indexOf(a.what) - order.indexOf(b.what) : a.day < b.day ? 1 : -1,
  )
}

/** Each day money went back; a refund no file gives a day for stands with its sale, which says so itself. */
function refundsOf(sale: SaleRow, detail: Pick<SaleDetail, 'parts'> | undefined): readonly Happened[] {
  const byDay = new Map<string, number>()
  for (const { kind, day, amount, currency, undated } of detail?.parts ?? [])
    if ((kind === 'refund' || kind === 'refundedTax') && !undated && currency === sale.currency)
      byDay.set(day, (byDay.get(day) ?? 0) + amount)
  return [...byDay].map(([day, amount]) => ({ what: 'refund', day, sale, amount }))
}

/** Refunds that no file dates, so that they are not lost. */
export const hasUndated = (detail: Pick<SaleDetail, 'parts'> | undefined): boolean =>
  detail?.parts.some(({ kind, undated }) => kind === 'refund' && undated) ?? false
