import type { Key } from '#shared/book/entry.ts'

/**
 * A 64-bit hash of a text, the same on every machine and for ever: it names sales in stored book pages. Two lanes of
 * MurmurHash3's mixing with different seeds. Never `[0, 0]`, which means none.
 */
export function hashText(text: string): Key {
  let high = 0x9e3779b9 ^ text.length
  let low = 0x85ebca6b ^ text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ Math.imul(unit, 0xcc9e2d51), 0x1b873593)
    high = (high << 13) | (high >>> 19)
    low = Math.imul(low ^ Math.imul(unit, 0x2545f491), 0x9e3779b1)
    low = (low << 15) | (low >>> 17)
  }
  high = finish(high ^ Math.imul(low, 0xc2b2ae35))
  low = finish(low ^ Math.imul(high, 0x27d4eb2f))
  return high === 0 && low === 0 ? [0, 1] : [high, low]
}

/** MurmurHash3's finaliser: every bit of the input reaches every bit of the output. */
function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
