import { expect, test } from 'vitest'
import { uuidv7 } from './uuid.ts'

test('writes the example of RFC 9562', () => {
  // appendix A.6: unix_ts_ms 017F22E279B0, rand_a CC3, rand_b 18C4DC0C0C07398F
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f)
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('ids sort by the time they were made', () => {
  const ids = [1, 2, 16, 1_700_000_000_000].map((time) => uuidv7(time))
  expect(ids.toSorted()).toEqual(ids)
})
