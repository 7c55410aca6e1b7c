import * as firm from 'stdnum/lib/esm/br/cnpj.js'
import * as person from 'stdnum/lib/esm/br/cpf.js'
import { z } from 'zod'
import type { Result } from '#shared/result.ts'
import { err, ok } from '#shared/result.ts'
import { compact, oneLine } from './oneLine.ts'
import type { PaymentProblemCode } from './problem.ts'

const mail = z.email()

/** A key of Brazil's DICT as it stands in a code: digits without dots, addresses in small letters, phones as E.164. */
export function readPixKey(text: string): Result<string, PaymentProblemCode> {
  const typed = oneLine(text)
  const key = typed.toLowerCase()
  const plain = compact(text).replace(/[-./]/g, '')
  if (key === '') return err('missing')
  if (key.includes('@')) return mail.safeParse(key).success && key.length <= 77 ? ok(key) : err('pix-key')
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) return ok(key)
  if (key.startsWith('+')) return readPhone(key)
  if (/^\d{11}$/.test(plain)) return isCpf(plain) ? ok(plain) : err('cpf')
  if (/^[A-Z0-9]{12}\d{2}$/.test(plain)) return isCnpj(plain) ? ok(plain) : err('cnpj')
  return err('pix-key')
}

/** +55, two digits of the area, eight or nine of the phone. */
function readPhone(text: string): Result<string, PaymentProblemCode> {
  const phone = text.replace(/[\s().-]/g, '')
  return /^\+55[1-9]{2}\d{8,9}$/.test(phone) ? ok(phone) : err('pix-phone')
}

/** Receita Federal: two check digits over nine digits; eleven of one digit are nobody's. */
const isCpf = (digits: string): boolean => !/^(\d)\1{10}$/.test(digits) && person.validate(digits).isValid

/** Receita Federal: two check digits over twelve digits or, since July 2026, capitals. */
const isCnpj = (signs: string): boolean => !/^(\d)\1{13}$/.test(signs) && firm.validate(signs).isValid
