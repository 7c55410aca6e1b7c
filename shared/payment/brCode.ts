import type { Result } from '#shared/result.ts'
import { err, ok } from '#shared/result.ts'
import { demandedAmount } from './demand.ts'
import type { PaymentDemand } from './demand.ts'
import type { PixMethod } from './method.ts'
import { oneLine } from './oneLine.ts'
import { readPixKey } from './pixKey.ts'
import { plainLatin } from './plainLatin.ts'
import { problemAt } from './problem.ts'
import type { PaymentProblem } from './problem.ts'

/** Banco Central do Brasil, Manual do BR Code: a static Pix code in reais, EMV fields with a CRC at the end. All of it is ASCII. */
export function brCode(method: PixMethod, demand: PaymentDemand): Result<string, PaymentProblem> {
  const amount = demandedAmount(demand, { currencies: ['BRL'], most: 999_999_999_999 })
  if (!amount.ok) return amount
  const key = readPixKey(method.key)
  if (!key.ok) return err(problemAt('key', key.error))
  const number = demand.reference.replace(/[^A-Za-z0-9]/g, '')
  if (number.length > 25) return err({ ...problemAt('reference', 'too-long'), limit: 25 })
  const fields = [
    field('00', '01'),
    field('26', field('00', 'br.gov.bcb.pix') + field('01', key.value)),
    field('52', '0000'),
    field('53', '986'), // ISO 4217: BRL
    amount.value === '' ? '' : field('54', amount.value),
    field('58', 'BR'),
    field('59', oneLine(plainLatin(method.name))),
    field('60', oneLine(plainLatin(method.city))),
    field('62', field('05', number === '' ? '***' : number)),
    '6304',
  ].join('')
  return ok(fields + crc16(fields))
}

/** EMV: two digits of the field, two of its length, its value. */
const field = (id: string, value: string): string => id + String(value.length).padStart(2, '0') + value

/** CRC-16/CCITT-FALSE (polynomial 0x1021, beginning with 0xFFFF), four hexadecimal digits. */
function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
