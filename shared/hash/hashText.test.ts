import { expect, test } from 'vitest'
import { hasherFor, hashText } from './hashText.ts'

const ids = Array.from({ length: 256_000 }, (_, at) =>
  hashText(`etsy\u001fshop\u001fid:${3_000_000_000 + at}`),
)

test('a quarter of a million order ids have as many different hashes', () => {
  expect(new Set(ids.map(([high, low]) => `${high} ${low}`)).size).toBe(ids.length)
})

test.each([0, 1] as const)('half %i of the hash spreads evenly by itself', (half) => {
  const buckets = new Uint32Array(256)
  for (const id of ids) buckets[(id[half] >>> 3) & 255] = (buckets[(id[half] >>> 3) & 255] ?? 0) + 1
  expect(Math.max(...buckets)).toBeLessThan(1200)
  expect(Math.min(...buckets)).toBeGreaterThan(800)
})

test('the hash of a text that is put together is that of the whole', () => {
  expect(hasherFor('etsy\u001f\u001fid:')('3105550130')).toEqual(hashText('etsy\u001f\u001fid:3105550130'))
})

test('the empty text has a hash, too', () => {
  expect(hashText('')).not.toEqual([0, 0])
})

test('hashes never change, for they name the sales in stored book pages', () => {
  expect(hashText('etsy\u001f\u001fid:3105550130')).toEqual([600_117_938, 3_242_527_312])
})
