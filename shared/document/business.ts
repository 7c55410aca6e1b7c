import type { Design, Paper, PaperLanguage, Seller } from './document.ts'
import type { EarlyPayment, Terms } from './terms.ts'

/** What a person says once, and every new document begins with. Logo and colour are the brand's own. */
export type Business = Omit<Seller, 'logo' | 'accent'> & {
  readonly defaults: {
    readonly language: PaperLanguage
    readonly pricesIncludeTax: boolean
    readonly treatment: string
    readonly terms: Terms
    readonly earlyPayment: EarlyPayment
    /** Days a quote holds. */
    readonly quoteDays: number
    readonly design: Design
    readonly paper: Paper
    readonly opening: string
    readonly closing: string
  }
  /** Invoices count as income on the day they are issued (accrual), or as they are paid (cash). */
  readonly income: 'accrual' | 'cash'
}
