import type { Result } from '#shared/result.ts'
import { err, ok } from '#shared/result.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import type { BillingInformation } from './billingInformation.ts'
import type { StructuredAddress } from './method.ts'
import { oneLine } from './oneLine.ts'
import { problemAt } from './problem.ts'
import type { PaymentProblem } from './problem.ts'

/** What a code asks for. */
export type PaymentDemand = {
  /** Minor units of `currency`, above 0; null leaves it to who pays. */
  readonly amount: number | null
  /** ISO 4217. */
  readonly currency: string
  /** The number of the document, or a reference of ISO 11649; '' none. */
  readonly reference: string
  /** More words for who pays. Left out whole where they do not fit. */
  readonly message?: string
  /** Who pays. Left out whole where the standard does not take it as it is. */
  readonly debtor?: StructuredAddress | null
  /** What the document comes to in bitcoin or ether, as decimal text (`0.0125`); without it such codes name no amount. */
  readonly coins?: string
  /** For the bookkeeping of who pays a QR-bill. Left out whole where it does not fit. */
  readonly billing?: BillingInformation | null
}

/** The demand's amount as decimal text, or '' where it is left open. */
export function demandedAmount(
  { amount, currency }: PaymentDemand,
  allowed: { readonly currencies: readonly string[]; readonly most: number },
): Result<string, PaymentProblem> {
  if (!allowed.currencies.includes(currency))
    return err({ ...problemAt('currency', 'currency'), text: allowed.currencies.join(', ') })
  if (amount === null) return ok('')
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > allowed.most)
    return err(problemAt('amount', 'amount'))
  return ok(decimalText(amount, currency))
}

/** The number and the words beside it as one line of at most so many characters; the words go first, the number never. */
export function remittanceText(
  { reference, message = '' }: PaymentDemand,
  longest: number,
): Result<string, PaymentProblem> {
  const number = oneLine(reference)
  const both = oneLine(`${number} ${message}`)
  if (Array.from(both).length <= longest) return ok(both)
  if (Array.from(number).length <= longest) return ok(number)
  return err({ ...problemAt('reference', 'too-long'), limit: longest })
}
