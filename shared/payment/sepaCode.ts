import type { Result } from '#shared/result.ts'
import { err, ok } from '#shared/result.ts'
import { demandedAmount, remittanceText } from './demand.ts'
import type { PaymentDemand } from './demand.ts'
import type { BankMethod } from './method.ts'
import { compact, oneLine } from './oneLine.ts'
import { problemAt } from './problem.ts'
import type { PaymentProblem } from './problem.ts'
import { isCreditorReference } from './reference.ts'

const economicArea =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ')
/** Countries of SEPA outside the European Economic Area: from there a transfer needs the BIC. */
const beyond = 'AD AL CH GB GI MC MD ME MK RS SM VA'.split(' ')
const longestText = 331

/**
 * EPC069-12, version 002 in UTF-8: a SEPA credit transfer in euro, at most 331 bytes (a code of version 13, level M). What
 * does not fit is refused, never cut; the last empty lines are left away.
 */
export function sepaCode(method: BankMethod, demand: PaymentDemand): Result<string, PaymentProblem> {
  const amount = demandedAmount(demand, { currencies: ['EUR'], most: 99_999_999_999 })
  if (!amount.ok) return amount
  const iban = compact(method.iban)
  const bic = compact(method.bic)
  const country = iban.slice(0, 2)
  if (!economicArea.includes(country) && !beyond.includes(country)) return err(problemAt('iban', 'not-sepa'))
  if (beyond.includes(country) && bic === '') return err(problemAt('bic', 'bic-needed'))
  const words = remittance(demand)
  if (!words.ok) return words
  const paid = amount.value === '' ? '' : `EUR${amount.value}`
  const lines = ['BCD', '002', '1', 'SCT', bic, oneLine(method.holder), iban, paid, '', ...words.value]
  const text = lines.join('\n').replace(/\n+$/, '')
  if (new TextEncoder().encode(text).length <= longestText) return ok(text)
  return err({ ...problemAt('reference', 'too-long'), limit: longestText })
}

/** Structured reference, unstructured text, words for who pays: one of the first two is empty. */
function remittance(demand: PaymentDemand): Result<readonly string[], PaymentProblem> {
  if (isCreditorReference(demand.reference)) return ok([compact(demand.reference), '', ''])
  const words = remittanceText(demand, 140)
  return words.ok ? ok(['', words.value, '']) : words
}
