import { dueOf } from '#shared/document/terms.ts'
import type { Parts } from './parts.ts'

export type Detail = { readonly title: string; readonly text: string }

/** The numbers and days beside the title; what is not said is left out. */
export function detailsOf({ kind, document, totals, words, today }: Parts): readonly Detail[] {
  const { content, issued } = document
  const { t } = words
  const day = issued?.day ?? content.day ?? today
  const isInvoice = content.kind === 'invoice' && kind === 'document'
  const due = issued?.due ?? dueOf(content.terms, day, totals?.payable ?? 0)
  const delivered = content.delivered
  const details: (Detail | null)[] = [
    { title: t('number'), text: issued?.number ?? t('draft') },
    { title: t('day'), text: words.day(day) },
    content.kind === 'quote' ? null : deliveredDetail(),
    isInvoice && due.length === 1 ? { title: t('due'), text: words.day(due[0]?.day ?? day) } : null,
    content.kind === 'quote' && content.validUntil
      ? { title: t('validUntil'), text: words.day(content.validUntil) }
      : null,
    content.credits ? { title: t('creditsInvoice'), text: content.credits.number } : null,
    content.follows ? { title: t('quoteNumber'), text: content.follows.number } : null,
    said(t('yourReference'), content.buyerReference),
    said(t('orderNumber'), content.orderNumber),
    said(t('yourTaxId'), content.buyer.taxId),
  ]
  return details.filter((detail) => detail !== null)

  function deliveredDetail(): Detail | null {
    if (content.isDeposit) return null
    if (delivered === null) return { title: t('delivered'), text: words.day(day) }
    const { from, to } = delivered
    return from === to
      ? { title: t('delivered'), text: words.day(from) }
      : { title: t('deliveredPeriod'), text: `${words.day(from)} – ${words.day(to)}` }
  }
}

const said = (title: string, text: string): Detail | null => (text.trim() === '' ? null : { title, text })
