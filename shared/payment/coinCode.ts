import type { Result } from '#shared/result.ts'
import { err, ok } from '#shared/result.ts'
import { remittanceText } from './demand.ts'
import type { PaymentDemand } from './demand.ts'
import { checksummed } from './ethereumAddress.ts'
import type { BitcoinMethod, EthereumMethod } from './method.ts'
import { oneLine } from './oneLine.ts'
import { problemAt } from './problem.ts'
import type { PaymentProblem } from './problem.ts'

/** BIP-21: `bitcoin:<address>?amount=<bitcoin>&label=<name>&message=<number>`. */
export function bitcoinCode(method: BitcoinMethod, demand: PaymentDemand): Result<string, PaymentProblem> {
  const units = smallestUnits(demand.coins ?? '', 8)
  if (units === null || units > 2_100_000_000_000_000n) return err(problemAt('coins', 'coins'))
  const words = remittanceText(demand, 140)
  if (!words.ok) return words
  const parts = [
    ['amount', units === 0n ? '' : coinText(units, 8)],
    ['label', oneLine(method.name)],
    ['message', words.value],
  ].filter(([, value]) => value !== '')
  const query = parts.map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`).join('&')
  return ok(`bitcoin:${oneLine(method.address)}${query === '' ? '' : `?${query}`}`)
}

/** EIP-681: `ethereum:<address>@<chain>?value=<wei>`; it has no place for a number or a name. */
export function ethereumCode(method: EthereumMethod, demand: PaymentDemand): Result<string, PaymentProblem> {
  const wei = smallestUnits(demand.coins ?? '', 18)
  if (wei === null) return err(problemAt('coins', 'coins'))
  const value = wei === 0n ? '' : `?value=${wei}`
  return ok(`ethereum:${checksummed(oneLine(method.address))}@${method.chain}${value}`)
}

/** Decimal text in whole smallest units: satoshi (8 digits), wei (18). 0 for '', null for what is no amount above 0. */
function smallestUnits(text: string, digits: number): bigint | null {
  if (text === '') return 0n
  const [, whole = '', fraction = ''] = /^(\d{1,15})(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '' || /[1-9]/.test(fraction.slice(digits))) return null
  const units = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return units > 0n ? units : null
}

/** `20.3` for 2030000000 satoshi. */
function coinText(units: bigint, digits: number): string {
  const text = String(units).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, '')
}
