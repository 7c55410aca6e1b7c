import type { Key } from '#shared/book/entry.ts'

/**
 * A 64-bit hash of a text, the same on every machine and for ever: it names sales in stored book pages. Two lanes of
 * MurmurHash3's mixing with different seeds. Never `[0, 0]`, which means none.
 */
export const hashText = (text: string): Key =>
  finish(highLane(highSeed, text), lowLane(lowSeed, text), text.length)

/** Hashes many texts that begin alike: `hasherFor(a)(b)` is `hashText(a + b)`. */
export function hasherFor(beginning: string): (text: string) => Key {
  const high = highLane(highSeed, beginning)
  const low = lowLane(lowSeed, beginning)
  return (text) => finish(highLane(high, text), lowLane(low, text), beginning.length + text.length)
}

const highSeed = 0x9e3779b9
const lowSeed = 0x85ebca6b

function highLane(seed: number, text: string): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ Math.imul(text.charCodeAt(at), 0xcc9e2d51), 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
  }
  return hash
}

function lowLane(seed: number, text: string): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ Math.imul(text.charCodeAt(at), 0x2545f491), 0x9e3779b1)
    hash = (hash << 15) | (hash >>> 17)
  }
  return hash
}

function finish(highLane: number, lowLane: number, length: number): Key {
  const high = mix(highLane ^ length ^ Math.imul(lowLane, 0xc2b2ae35))
  const low = mix(lowLane ^ length ^ Math.imul(high, 0x27d4eb2f))
  return high === 0 && low === 0 ? [0, 1] : [high, low]
}

/** MurmurHash3's finaliser: every bit of the input reaches every bit of the output. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
