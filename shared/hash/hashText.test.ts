import { expect, test } from 'vitest'
import { hashText } from './hashText.ts'

test('a million order ids have a million different hashes', () => {
  const seen = new Set<number>()
  for (let id = 0; id < 1_000_000; id++) {
    const [high, low] = hashText(`etsy\u001fshop\u001fid:${3_000_000_000 + id}`)
    seen.add(high * 0x200000 + (low & 0x1fffff))
  }
  expect(seen.size).toBe(1_000_000)
})

test('each half spreads by itself', () => {
  for (const half of [0, 1] as const) {
    const buckets = new Uint32Array(256)
    for (let id = 0; id < 256_000; id++) buckets[(hashText(`#${id}`)[half] >>> 3) & 255]! += 1
    expect(Math.max(...buckets)).toBeLessThan(1200)
    expect(Math.min(...buckets)).toBeGreaterThan(800)
  }
})

test('the empty text has a hash that is not none', () => {
  expect(hashText('')).not.toEqual([0, 0])
})

test('the hash of a text never changes, for it names sales in stored pages', () => {
  expect(hashText('etsy\u001f\u001fid:3105550130')).toEqual(hashText(['etsy', '', 'id:3105550130'].join('\u001f')))
  expect(hashText('a')).not.toEqual(hashText('b'))
})
