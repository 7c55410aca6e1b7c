import type { Result } from '#shared/result.ts'
import { ok } from '#shared/result.ts'
import { demandedAmount, remittanceText } from './demand.ts'
import type { PaymentDemand } from './demand.ts'
import type { UpiMethod } from './method.ts'
import { oneLine } from './oneLine.ts'
import type { PaymentProblem } from './problem.ts'

/** A link of NPCI's UPI Linking Specifications 1.6, in rupees: `upi://pay?pa=…&pn=…&am=…&cu=INR&tn=…`. */
export function upiCode(method: UpiMethod, demand: PaymentDemand): Result<string, PaymentProblem> {
  const amount = demandedAmount(demand, { currencies: ['INR'], most: Number.MAX_SAFE_INTEGER })
  if (!amount.ok) return amount
  const note = remittanceText(demand, 50)
  if (!note.ok) return note
  const parts = [
    `pa=${oneLine(method.address)}`,
    `pn=${encodeURIComponent(oneLine(method.name))}`,
    ...(amount.value === '' ? [] : [`am=${amount.value}`]),
    'cu=INR',
    ...(note.value === '' ? [] : [`tn=${encodeURIComponent(note.value)}`]),
  ]
  return ok(`upi://pay?${parts.join('&')}`)
}
