import type { Rate } from '#shared/book/questions.ts'

/** A rate as a person types it, a point or a comma for its decimals; null where it is none. */
export function readRate(text: string): string | null {
  const [, whole = '', fraction = ''] = /^(\d{1,12})(?:[.,](\d{1,18}))?$/.exec(text.trim()) ?? []
  if (!/[1-9]/.test(whole + fraction)) return null
  return fraction === '' ? whole : `${whole}.${fraction}`
}

export type RateDraft = {
  readonly from: string | null
  readonly to: string | null
  readonly day: string | null
  readonly rate: string
}

/** The first field of a rate that cannot be kept, or the rate. */
export function readDraft({
  from,
  to,
  day,
  rate,
}: RateDraft): { readonly wrong: keyof RateDraft } | { readonly rate: Rate } {
  if (from === null) return { wrong: 'from' }
  if (to === null || to === from) return { wrong: 'to' }
  if (day === null) return { wrong: 'day' }
  const read = readRate(rate)
  return read === null ? { wrong: 'rate' } : { rate: { from, to, day, rate: read } }
}
