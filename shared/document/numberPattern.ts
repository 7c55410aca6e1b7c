import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'

/** A pattern in its parts: text as it stands, parts of the day, and the one counter with its least number of digits. */
export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'year' | 'shortYear' | 'month' | 'day' }
  | { readonly kind: 'counter'; readonly digits: number }

export type PatternError =
  | { readonly code: 'no-counter' | 'two-counters' | 'too-long' }
  /** `text` is what stands in the braces, or the brace that has no other. */
  | { readonly code: 'unknown-token'; readonly text: string }
  /** A line break or another sign that does not show. */
  | { readonly code: 'unprintable' }

/** Of a number as the paper has room for it. */
const longest = 40
const tokens: Readonly<Record<string, PatternPart>> = {
  YYYY: { kind: 'year' },
  YY: { kind: 'shortYear' },
  MM: { kind: 'month' },
  DD: { kind: 'day' },
}

/** Reads a pattern like `INV-{YY}{MM}-{001}`; `{001}` is the counter, with at least three digits. */
export function readPattern(pattern: string): Result<readonly PatternPart[], PatternError> {
  if (pattern.length > longest) return err({ code: 'too-long' })
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(pattern)) return err({ code: 'unprintable' })
  const parts: PatternPart[] = []
  for (const piece of pattern.split(/(\{[^{}]*\})/).filter((text) => text !== '')) {
    const inside = /^\{(.*)\}$/.exec(piece)?.[1]
    const part = inside === undefined ? textPart(piece) : tokenPart(inside)
    if (!part) return err({ code: 'unknown-token', text: inside ?? piece.replace(/[^{}]/g, '').slice(0, 1) })
    parts.push(part)
  }
  const counters = parts.filter(({ kind }) => kind === 'counter').length
  if (counters !== 1) return err({ code: counters === 0 ? 'no-counter' : 'two-counters' })
  return ok(parts)
}

const textPart = (text: string): PatternPart | null => (/[{}]/.test(text) ? null : { kind: 'text', text })
const tokenPart = (token: string): PatternPart | null =>
  /^0*1$/.test(token)
    ? { kind: 'counter', digits: token.length }
    : Object.hasOwn(tokens, token)
      ? (tokens[token] ?? null)
      : null

/** The parts of a pattern that was checked before; one that cannot be read is a bug of the caller. */
function partsOf(pattern: string): readonly PatternPart[] {
  const parts = readPattern(pattern)
  if (!parts.ok) throw new Error(`A number pattern was not checked: ${parts.error.code}`)
  return parts.value
}

/** The number for a day (`YYYY-MM-DD`) and a counter. */
export function formatNumber(
  pattern: string,
  { day, counter }: { readonly day: string; readonly counter: number },
): string {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  const write = (part: PatternPart) => {
    if (part.kind === 'text') return part.text
    if (part.kind === 'counter') return String(counter).padStart(part.digits, '0')
    return { year, shortYear: year.slice(-2), month, day: ofMonth }[part.kind]
  }
  return partsOf(pattern).map(write).join('')
}

/** What a number of this pattern says; null where it is none of it. Years of two digits are of this century. */
export function parseNumber(
  pattern: string,
  number: string,
): { readonly counter: number; readonly year: string | null; readonly month: string | null } | null {
  const parts = partsOf(pattern)
  const found = new RegExp(`^${parts.map(expression).join('')}$`, 'u').exec(number)
  if (!found) return null
  const said = (kind: PatternPart['kind']) =>
    found[1 + parts.filter((part) => part.kind !== 'text').findIndex((part) => part.kind === kind)] ?? null
  const has = (kind: PatternPart['kind']) => parts.some((part) => part.kind === kind)
  return {
    counter: Number(said('counter')),
    year: has('year') ? said('year') : has('shortYear') ? `20${said('shortYear')}` : null,
    month: has('month') ? said('month') : null,
  }
}

function expression(part: PatternPart): string {
  if (part.kind === 'text') return part.text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
  if (part.kind === 'counter')
    return part.digits === 1
      ? String.raw`([1-9]\d{0,14})`
      : `(\\d{${part.digits}}|[1-9]\\d{${part.digits},14})`
  return {
    year: String.raw`(\d{4})`,
    shortYear: String.raw`(\d{2})`,
    month: '(0[1-9]|1[0-2])',
    day: '(0[1-9]|[12]\\d|3[01])',
  }[part.kind]
}
