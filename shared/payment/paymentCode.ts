import type { Result } from '#shared/result.ts'
import { err, ok } from '#shared/result.ts'
import { decimalText } from '#shared/money/decimalText.ts'
import { brCode } from './brCode.ts'
import { checkPaymentMethod } from './checkMethod.ts'
import { bitcoinCode, ethereumCode } from './coinCode.ts'
import type { PaymentDemand } from './demand.ts'
import { filledLink } from './linkUrl.ts'
import type { LinkMethod, PaymentMethod } from './method.ts'
import { oneLine } from './oneLine.ts'
import { problemAt } from './problem.ts'
import type { PaymentProblem } from './problem.ts'
import { sepaCode } from './sepaCode.ts'
import { swissBill, swissQrText } from './swissBill.ts'
import { upiCode } from './upiCode.ts'

/** Bytes a code of version 25 holds at level M: the most any of the standards allows. */
const longestCode = 997

/**
 * The text a payment code holds. `no-code` where a method has none (accounts without IBAN, words); what a standard does not
 * take is refused with the field it stands in, never cut.
 */
export function paymentCode(method: PaymentMethod, demand: PaymentDemand): Result<string, PaymentProblem> {
  const [problem] = checkPaymentMethod(method)
  if (problem) return err(problem)
  const text = codeOf(method, demand)
  if (!text.ok || new TextEncoder().encode(text.value).length <= longestCode) return text
  return err({ ...problemAt('reference', 'too-long'), limit: longestCode })
}

function codeOf(method: PaymentMethod, demand: PaymentDemand): Result<string, PaymentProblem> {
  switch (method.kind) {
    case 'bank':
      return sepaCode(method, demand)
    case 'swissQr': {
      const bill = swissBill(method, demand)
      return bill.ok ? ok(swissQrText(bill.value)) : bill
    }
    case 'upi':
      return upiCode(method, demand)
    case 'pix':
      return brCode(method, demand)
    case 'bitcoin':
      return bitcoinCode(method, demand)
    case 'ethereum':
      return ethereumCode(method, demand)
    case 'link':
      return linkCode(method, demand)
    case 'account':
    case 'text':
      return err(problemAt('kind', 'no-code'))
  }
}

/** A link that names the amount has none for a demand that leaves it open. */
function linkCode(
  { url }: LinkMethod,
  { amount, currency, reference }: PaymentDemand,
): Result<string, PaymentProblem> {
  if (amount === null && url.includes('{amount}')) return err(problemAt('amount', 'amount'))
  if (amount !== null && (!Number.isSafeInteger(amount) || amount <= 0))
    return err(problemAt('amount', 'amount'))
  const text = amount === null ? '' : decimalText(amount, currency)
  return ok(filledLink(oneLine(url), { amount: text, currency, number: oneLine(reference) }))
}
