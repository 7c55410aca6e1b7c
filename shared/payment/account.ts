import { checkBic } from './iban.ts'
import type { AccountCountry, AccountMethod } from './method.ts'
import { compact } from './oneLine.ts'
import { checkWords, onlyProblems, problemAt } from './problem.ts'
import type { PaymentProblem } from './problem.ts'

/** What a country's banks are called by: dashes, dots and spaces apart, and what the number must hold true to. */
type AccountRule = {
  readonly routing: RegExp
  readonly account: RegExp
  readonly holds?: (routing: string) => boolean
}

const accountRules: Readonly<Record<AccountCountry, AccountRule>> = {
  US: { routing: /^\d{9}$/, account: /^\d{4,17}$/, holds: isRoutingNumber },
  GB: { routing: /^\d{6}$/, account: /^\d{8}$/ },
  CA: { routing: /^(?:\d{8}|0\d{8})$/, account: /^\d{5,12}$/ },
  AU: { routing: /^\d{6}$/, account: /^\d{5,10}$/ },
  IN: { routing: /^[A-Z]{4}0[A-Z0-9]{6}$/, account: /^\d{9,18}$/ },
  other: { routing: /^.{0,40}$/, account: /^.{1,60}$/ },
}

/** American Bankers Association: the digits, weighed 3 7 1, add up to a multiple of ten. */
function isRoutingNumber(routing: string): boolean {
  const sum = Array.from(routing).reduce(
    (total, digit, at) => total + Number(digit) * ([3, 7, 1][at % 3] ?? 0),
    0,
  )
  return sum > 0 && sum % 10 === 0
}

/** A routing or account number as it is checked and kept: digits and capitals alone. */
export const plainNumber = (text: string): string => compact(text).replace(/[-–.]/g, '')

export function checkAccount(method: AccountMethod): readonly PaymentProblem[] {
  const rule = accountRules[method.country]
  const routing = plainNumber(method.routing)
  const account = plainNumber(method.account)
  const routed = rule.routing.test(routing) && (rule.holds?.(routing) ?? true)
  const routingProblem = problemAt('routing', routing === '' ? 'missing' : 'routing')
  const accountProblem = problemAt('account', account === '' ? 'missing' : 'account')
  return onlyProblems([
    checkWords('holder', method.holder, { needed: true, longest: 140 }),
    checkWords('bankName', method.bankName, { longest: 140 }),
    routed ? null : routingProblem,
    rule.account.test(account) ? null : accountProblem,
    checkBic(method.bic),
    method.lines.length > 12 ? { ...problemAt('lines', 'too-long'), limit: 12 * 140 } : null,
    ...method.lines.map((line) => checkWords('lines', line, { longest: 140 })).slice(0, 12),
  ]).filter(({ field }, at, all) => all.findIndex((one) => one.field === field) === at)
}
