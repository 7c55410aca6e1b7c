import { sha256 } from '@noble/hashes/sha2.js'
import { bech32, bech32m, createBase58check } from '@scure/base'
import type { PaymentProblemCode } from './problem.ts'

const base58check = createBase58check(sha256)

/** What is wrong with a Bitcoin address, or null: base58check (version 0 or 5), BIP-173 and BIP-350, of the main network. */
export function findBitcoinProblem(address: string): PaymentProblemCode | null {
  if (/^(?:bc|tb|bcrt)1/i.test(address)) return findSegwitProblem(address)
  const bytes = base58Bytes(address)
  if (bytes === null || bytes.length !== 21) return 'bitcoin-address'
  if (bytes[0] === 0x6f || bytes[0] === 0xc4) return 'bitcoin-test'
  return bytes[0] === 0x00 || bytes[0] === 0x05 ? null : 'bitcoin-address'
}

function base58Bytes(address: string): Uint8Array | null {
  try {
    return base58check.decode(address)
  } catch {
    return null // the library says so by throwing, and has no other way to be asked
  }
}

function findSegwitProblem(address: string): PaymentProblemCode | null {
  const old = bech32.decodeUnsafe(address)
  const decoded = old ?? bech32m.decodeUnsafe(address)
  const [version = -1, ...words] = decoded?.words ?? []
  if (!decoded || version > 16 || (version === 0) !== (old !== undefined)) return 'bitcoin-address'
  const program = bech32.fromWordsUnsafe(words)
  if (!program || !fits(version, program.length)) return 'bitcoin-address'
  return decoded.prefix === 'bc' ? null : 'bitcoin-test'
}

/** Bytes of a witness program: 20 or 32 in version 0, 32 in version 1 (taproot), 2 to 40 in those to come. */
function fits(version: number, bytes: number): boolean {
  if (version === 0) return bytes === 20 || bytes === 32
  return version === 1 ? bytes === 32 : bytes >= 2 && bytes <= 40
}
