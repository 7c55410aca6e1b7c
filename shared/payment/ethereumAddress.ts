import { keccak_256 } from '@noble/hashes/sha3.js'
import type { PaymentProblemCode } from './problem.ts'

/** The address with the capitals that are its checksum (EIP-55). Takes 0x and forty hexadecimal digits. */
export function checksummed(address: string): string {
  const digits = address.slice(2).toLowerCase()
  const hash = keccak_256(new TextEncoder().encode(digits))
  const capital = (at: number) => ((hash[at >> 1] ?? 0) >> (at % 2 === 0 ? 4 : 0)) & 8
  return `0x${Array.from(digits)
    .map((digit, at) => (capital(at) ? digit.toUpperCase() : digit))
    .join('')}`
}

/** What is wrong with an address, or null. Capitals throughout or none at all carry no checksum. */
export function findEthereumProblem(address: string): PaymentProblemCode | null {
  if (!/^0x[0-9a-f]{40}$/i.test(address)) return 'ethereum-address'
  const digits = address.slice(2)
  const bare = digits === digits.toLowerCase() || digits === digits.toUpperCase()
  return bare || checksummed(address) === address ? null : 'ethereum-checksum'
}
