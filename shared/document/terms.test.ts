import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueOf, earlyPaymentOf, findEarlyPaymentError, findTermsError } from './terms.ts'
import type { Terms } from './terms.ts'

const instalments = (...parts: readonly (readonly [string, number])[]): Terms => ({
  kind: 'instalments',
  parts: parts.map(([percent, days]) => ({ percent, days })),
})

test.each([
  [{ kind: 'onReceipt' }, '2026-03-09', '2026-03-09'],
  [{ kind: 'net', days: 14 }, '2026-02-20', '2026-03-06'],
  [{ kind: 'net', days: 30 }, '2028-02-01', '2028-03-02'], // a leap year
  [{ kind: 'net', days: 0 }, '2026-12-31', '2026-12-31'],
  [{ kind: 'endOfMonth', days: 0 }, '2026-02-03', '2026-02-28'],
  [{ kind: 'endOfMonth', days: 30 }, '2026-01-31', '2026-03-02'],
  [{ kind: 'day', day: 15 }, '2026-03-09', '2026-03-15'],
  [{ kind: 'day', day: 15 }, '2026-03-15', '2026-04-15'], // not on the very day
  [{ kind: 'day', day: 31 }, '2026-01-31', '2026-02-28'],
  [{ kind: 'day', day: 31 }, '2026-02-03', '2026-02-28'],
  [{ kind: 'day', day: 5 }, '2026-12-20', '2027-01-05'],
] as const)('with %j a document of %s is due on %s', (terms, day, due) => {
  expect(findTermsError(terms)).toBeNull()
  expect(dueOf(terms, day, 12_345)).toEqual([{ day: due, amount: 12_345 }])
})

test('thirds of 100.00 are due as 33.33, 33.33 and 33.34, in order of their days', () => {
  const terms = instalments(['33.34', 60], ['33.33', 0], ['33.33', 30])
  expect(findTermsError(terms)).toBeNull()
  expect(dueOf(terms, '2026-01-31', 10_000)).toEqual([
    { day: '2026-01-31', amount: 3_333 },
    { day: '2026-03-02', amount: 3_333 },
    { day: '2026-04-01', amount: 3_334 },
  ])
})

test('a cent that three equal shares leave over goes to one of them', () => {
  const terms = instalments(['50', 0], ['25', 10], ['25', 20])
  // 0.505, 0.2525, 0.2525
  expect(dueOf(terms, '2026-01-01', 101).map(({ amount }) => amount)).toEqual([51, 25, 25])
})

test('instalments add up to the whole, whatever it is', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 9999 }), { maxLength: 6 })
  fc.assert(
    fc.property(cuts, fc.integer({ min: -10_000_000, max: 10_000_000 }), (points, payable) => {
      const ends = [...new Set([...points, 10_000])].toSorted((a, b) => a - b)
      const shares = ends.map((end, at) => end - (ends[at - 1] ?? 0))
      const terms = instalments(
        ...shares.map(
          (share, at) => [`${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}`, at] as const,
        ),
      )
      expect(findTermsError(terms)).toBeNull()
      const amounts = dueOf(terms, '2026-01-01', payable).map(({ amount }) => amount)
      expect(amounts.reduce((all, amount) => all + amount, 0)).toBe(payable)
      for (const [at, share] of shares.entries())
        expect(Math.abs((amounts[at] ?? 0) - (payable * share) / 10_000)).toBeLessThan(1)
    }),
  )
})

test.each([
  [{ kind: 'net', days: -1 }, { code: 'days-out-of-range' }],
  [{ kind: 'net', days: 1.5 }, { code: 'days-out-of-range' }],
  [{ kind: 'endOfMonth', days: 100_000 }, { code: 'days-out-of-range' }],
  [{ kind: 'day', day: 0 }, { code: 'day-out-of-range' }],
  [{ kind: 'day', day: 32 }, { code: 'day-out-of-range' }],
  [instalments(), { code: 'no-instalments' }],
  [instalments(['50', 0], ['half', 10]), { code: 'unreadable-percent', part: 1 }],
  [instalments(['-50', 0], ['150', 10]), { code: 'unreadable-percent', part: 0 }],
  [instalments(['50', 0], ['50', -3]), { code: 'days-out-of-range', part: 1 }],
  [instalments(['33.33', 0], ['33.33', 30], ['33.33', 60]), { code: 'not-the-whole', percent: '99.99' }],
  [instalments(['60', 0], ['60.5', 30]), { code: 'not-the-whole', percent: '120.5' }],
] as const)('of %j is told %j', (terms, error) => {
  expect(findTermsError(terms)).toEqual(error)
})

test('2 % within 10 days off 1,190.00 leaves 1,166.20', () => {
  const early = { percent: '2', days: 10 }
  expect(findEarlyPaymentError(early)).toBeNull()
  expect(earlyPaymentOf(early, '2026-02-25', 119_000)).toEqual({
    until: '2026-03-07',
    discount: 2_380,
    payable: 116_620,
  })
  expect(earlyPaymentOf(null, '2026-02-25', 119_000)).toBeNull()
})

test.each([
  [{ percent: 'two', days: 10 }, { code: 'unreadable-percent' }],
  [{ percent: '0', days: 10 }, { code: 'unreadable-percent' }],
  [{ percent: '101', days: 10 }, { code: 'unreadable-percent' }],
  [{ percent: '2', days: -1 }, { code: 'days-out-of-range' }],
])('of the early payment %j is told %j', (early, error) => {
  expect(findEarlyPaymentError(early)).toEqual(error)
})
