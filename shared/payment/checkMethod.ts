import { checkAccount } from './account.ts'
import { findBitcoinProblem } from './bitcoinAddress.ts'
import { findEthereumProblem } from './ethereumAddress.ts'
import { checkBic, checkIban, isQrIban } from './iban.ts'
import { isLink } from './linkUrl.ts'
import type { BankMethod, PaymentMethod, PixMethod, StructuredAddress, SwissQrMethod } from './method.ts'
import { compact, oneLine } from './oneLine.ts'
import { readPixKey } from './pixKey.ts'
import { plainLatin } from './plainLatin.ts'
import { checkWords, onlyProblems, problemAt } from './problem.ts'
import type { PaymentField, PaymentProblem, PaymentProblemCode } from './problem.ts'
import { swissCharacters, swissLine } from './swissText.ts'

/** What is wrong with a way to be paid, at most one thing a field, in the order of its fields; empty where it can be used. */
export function checkPaymentMethod(method: PaymentMethod): readonly PaymentProblem[] {
  switch (method.kind) {
    case 'bank':
      return checkBank(method)
    case 'swissQr':
      return checkSwissQr(method)
    case 'account':
      return checkAccount(method)
    case 'upi':
      return onlyProblems([
        within('address', method.address, (text) => (isUpiAddress(text) ? null : 'upi-address')),
        checkWords('name', method.name, { needed: true, longest: 99 }),
      ])
    case 'pix':
      return checkPix(method)
    case 'bitcoin':
      return onlyProblems([
        within('address', method.address, findBitcoinProblem),
        checkWords('name', method.name, { longest: 70 }),
      ])
    case 'ethereum':
      return onlyProblems([
        within('address', method.address, findEthereumProblem),
        Number.isSafeInteger(method.chain) && method.chain > 0 ? null : problemAt('chain', 'chain'),
      ])
    case 'link':
      return onlyProblems([within('url', method.url, (text) => (isLink(text) ? null : 'url'))])
    case 'text':
      return onlyProblems([checkWords('text', method.text, { needed: true, longest: 500 })])
  }
}

/** NPCI: letters, digits, dots, dashes and underscores, then the handle of a bank. */
const isUpiAddress = (text: string) => /^[a-z0-9._-]{2,255}@[a-z][a-z0-9]{1,63}$/i.test(text)

function within(
  field: PaymentField,
  text: string,
  find: (text: string) => PaymentProblemCode | null,
): PaymentProblem | null {
  const line = oneLine(text)
  const code = line === '' ? 'missing' : find(line)
  return code === null ? null : problemAt(field, code)
}

const checkBank = (method: BankMethod) =>
  onlyProblems([
    checkWords('holder', method.holder, { needed: true, longest: 70 }),
    checkIban(method.iban),
    checkBic(method.bic),
    checkWords('bankName', method.bankName, { longest: 140 }),
  ])

function checkSwissQr({ iban, reference, prefix, creditor }: SwissQrMethod): readonly PaymentProblem[] {
  return onlyProblems([
    checkSwissIban(iban, reference),
    checkPrefix(reference, prefix),
    ...checkAddress(creditor),
  ])
}

/** A QR-IBAN takes QR references and nothing else, and no other IBAN takes them. */
function checkSwissIban(iban: string, reference: SwissQrMethod['reference']): PaymentProblem | null {
  const problem = checkIban(iban)
  if (problem) return problem
  if (!/^(?:CH|LI)/.test(compact(iban))) return problemAt('iban', 'iban-not-swiss')
  if (isQrIban(iban) === (reference === 'qr')) return null
  return problemAt('iban', reference === 'qr' ? 'iban-not-qr' : 'iban-is-qr')
}

const checkPrefix = (reference: SwissQrMethod['reference'], prefix: string): PaymentProblem | null =>
  reference !== 'qr' || /^\d{0,16}$/.test(compact(prefix)) ? null : problemAt('prefix', 'prefix')

/** An address as the QR-bill takes it: name, postcode, town and country are needed; nothing is cut. */
export const checkAddress = (address: StructuredAddress): readonly PaymentProblem[] =>
  onlyProblems([
    checkSwissWords('name', address.name, { needed: true, longest: 70 }),
    checkSwissWords('street', address.street, { longest: 70 }),
    checkSwissWords('buildingNumber', address.buildingNumber, { longest: 16 }),
    checkSwissWords('postcode', address.postcode, { needed: true, longest: 16 }),
    checkSwissWords('town', address.town, { needed: true, longest: 35 }),
    /^[A-Z]{2}$/.test(compact(address.country)) ? null : problemAt('country', 'country'),
  ])

const checkSwissWords = (
  field: PaymentField,
  text: string,
  rule: { readonly needed?: boolean; readonly longest: number },
) => checkWords(field, swissLine(text), { ...rule, allowed: swissCharacters })

function checkPix({ key, name, city }: PixMethod): readonly PaymentProblem[] {
  const read = readPixKey(key)
  const ascii = /^[\x20-\x7e]*$/
  return onlyProblems([
    read.ok ? null : problemAt('key', read.error),
    checkWords('name', plainLatin(name), { needed: true, longest: 25, allowed: ascii }),
    checkWords('city', plainLatin(city), { needed: true, longest: 15, allowed: ascii }),
  ])
}
