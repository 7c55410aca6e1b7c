import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { Business } from './business.ts'
import type { CalculationError, Totals } from './calculation.ts'
import type { Content } from './document.ts'
import { itemsOf, totalsOf } from './totalsOf.ts'

/** Why a draft cannot be issued yet. Items are counted from 0 among the lines that are charged for. */
export type DocumentError =
  | { readonly code: 'seller-missing' | 'seller-name' | 'seller-address' | 'buyer-name' | 'no-lines' }
  | { readonly code: 'line-title'; readonly line: number }
  | { readonly code: 'credits-nothing' | 'delivered-backwards' | 'valid-until-past' | 'negative-total' }
  | CalculationError

/** What the law of no country lets a document go without, and what its sums come to. All that is wrong, in the order of the page. */
export function checkDocument(
  content: Content,
  business: Business | null,
  day: string,
): Result<Totals, readonly DocumentError[]> {
  const errors: DocumentError[] = []
  const refuse = (code: Exclude<DocumentError['code'], 'line-title' | CalculationError['code']>) =>
    errors.push({ code })
  if (business === null) refuse('seller-missing')
  else {
    if (business.name.trim() === '') refuse('seller-name')
    if (business.street.trim() === '' && business.city.trim() === '') refuse('seller-address')
  }
  if (content.buyer.name.trim() === '') refuse('buyer-name')
  const items = itemsOf(content)
  if (items.length === 0) refuse('no-lines')
  items.forEach(({ title }, line) => {
    if (title.trim() === '') errors.push({ code: 'line-title', line })
  })
  if (content.kind === 'creditNote' && content.credits === null) refuse('credits-nothing')
  if (content.delivered !== null && content.delivered.from > content.delivered.to)
    refuse('delivered-backwards')
  if (content.kind === 'quote' && content.validUntil !== null && content.validUntil < day)
    refuse('valid-until-past')
  const totals = totalsOf(content)
  if (!totals.ok) errors.push(totals.error)
  else if (totals.value.payable < 0) refuse('negative-total')
  return totals.ok && errors.length === 0 ? ok(totals.value) : err(errors)
}
