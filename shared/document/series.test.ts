import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, parseNumber, readPattern } from './numberPattern.ts'
import { numberReport } from './numberReport.ts'
import { continueWith, findSeriesError, nextNumber, withPattern } from './series.ts'
import type { Series } from './series.ts'

const series: Series = {
  id: 'invoices',
  kinds: ['invoice'],
  pattern: '{YYYY}-{0001}',
  reset: 'year',
  start: 1,
  last: [],
}
const given = (of: Series, day: string) => nextNumber(of, day).number

describe('a pattern', () => {
  test.each([
    ['{YYYY}-{0001}', '2026-0007'],
    ['INV-{YY}{MM}-{001}', 'INV-2603-007'],
    ['R{0001}', 'R0007'],
    ['{1}/{YYYY}', '7/2026'],
    ['RE {DD}.{MM}.{YYYY} ({01})', 'RE 09.03.2026 (07)'],
  ])('%s makes %s, which is read back', (pattern, number) => {
    expect(formatNumber(pattern, { day: '2026-03-09', counter: 7 })).toBe(number)
    expect(parseNumber(pattern, number)?.counter).toBe(7)
  })

  test('a counter that outgrows its digits is written whole', () => {
    expect(formatNumber('R{001}', { day: '2026-03-09', counter: 12_345 })).toBe('R12345')
    expect(parseNumber('R{001}', 'R12345')?.counter).toBe(12_345)
  })

  test.each([
    ['{YYYY}', { code: 'no-counter' }],
    ['', { code: 'no-counter' }],
    ['{001}-{01}', { code: 'two-counters' }],
    ['{JJJJ}-{001}', { code: 'unknown-token', text: 'JJJJ' }],
    ['{constructor}{1}', { code: 'unknown-token', text: 'constructor' }],
    ['{002}', { code: 'unknown-token', text: '002' }],
    ['{YYYY-{001}', { code: 'unknown-token', text: '{' }],
    ['A\n{001}', { code: 'unprintable' }],
    [`${'A'.repeat(40)}{1}`, { code: 'too-long' }],
  ])('%j is refused', (pattern, error) => {
    expect(readPattern(pattern)).toEqual({ ok: false, error })
  })

  test.each([
    ['{YYYY}-{0001}', '2026-7'],
    ['{YYYY}-{0001}', '2026-0007a'],
    ['{YYYY}-{0001}', '26-0007'],
    ['{YYYY}-{0001}', '2026-00007'],
    ['{MM}.{1}', '13.1'],
    ['A.{1}', 'Ab1'],
  ])('with %s, %s is no number of it', (pattern, number) => {
    expect(parseNumber(pattern, number)).toBeNull()
  })

  test('whatever text stands around the counter, a number is read back to what made it', () => {
    const text = fc.stringMatching(/^[A-Z0-9()[\].*+?^$|\\/ -]{0,5}$/)
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 999_999 }), (before, after, counter) => {
        const pattern = `${before}{YY}{MM}{001}${after}`
        const number = formatNumber(pattern, { day: '2026-03-09', counter })
        expect(parseNumber(pattern, number)).toEqual({ counter, year: '2026', month: '03' })
      }),
    )
  })
})

describe('a series', () => {
  test.each([
    [{ pattern: 'R{0001}', reset: 'year' }, { code: 'repeats-each-year' }],
    [{ pattern: 'R{MM}{0001}', reset: 'year' }, { code: 'repeats-each-year' }],
    [{ pattern: '{YYYY}-{0001}', reset: 'month' }, { code: 'repeats-each-month' }],
    [{ pattern: '{MM}-{0001}', reset: 'month' }, { code: 'repeats-each-month' }],
    [{ kinds: [] }, { code: 'no-kind' }],
    [{ start: 0 }, { code: 'start-out-of-range' }],
    [{ start: 1.5 }, { code: 'start-out-of-range' }],
    [{ pattern: '{YYYY}' }, { code: 'no-counter' }],
    [{ pattern: '{YY}-{1}' }, null],
    [{ pattern: 'R{0001}', reset: 'never' }, null],
    [{ pattern: '{YY}{MM}-{01}', reset: 'month' }, null],
  ] as const)('of %j is told %j', (described, error) => {
    expect(findSeriesError({ ...series, ...described })).toEqual(error)
  })

  test('begins with its start in each year and counts on', () => {
    const first = nextNumber({ ...series, start: 101 }, '2026-12-30')
    expect(first.number).toBe('2026-0101')
    const second = nextNumber(first.series, '2026-12-31')
    expect(second.number).toBe('2026-0102')
    expect(given(second.series, '2027-01-01')).toBe('2027-0101')
  })

  test('begins anew each month where that is its rule, and never where it is not', () => {
    const monthly: Series = { ...series, pattern: '{YY}{MM}-{01}', reset: 'month' }
    expect(given(nextNumber(monthly, '2026-01-31').series, '2026-02-01')).toBe('2602-01')
    const never: Series = { ...series, pattern: 'R{0001}', reset: 'never' }
    expect(given(nextNumber(never, '2026-12-31').series, '2027-01-01')).toBe('R0002')
  })

  test('an invoice dated back into last year takes that year’s next number, and this year’s goes on', () => {
    const last = nextNumber(series, '2026-12-31').series
    const now = nextNumber(last, '2027-01-02').series
    const back = nextNumber(now, '2026-12-31')
    expect(back.number).toBe('2026-0002')
    expect(given(back.series, '2027-01-03')).toBe('2027-0002')
  })

  test('goes on after another program, and next year from its start again', () => {
    const taken = continueWith(series, '2026-06-01', 58)
    if (!taken.ok) throw new Error(taken.error.code)
    const first = nextNumber(taken.value, '2026-06-02')
    expect(first.number).toBe('2026-0058')
    expect(given(first.series, '2027-01-02')).toBe('2027-0001')
    expect(numberReport(first.series, ['2026-0058']).periods).toEqual([
      { period: '2026', first: 58, last: 58, issued: 1, gaps: [] },
    ])
  })

  test('never goes back below what it gave', () => {
    const once = nextNumber(series, '2026-06-01').series
    expect(continueWith(once, '2026-06-01', 1)).toEqual({
      ok: false,
      error: { code: 'given-before', last: 1 },
    })
    expect(continueWith(once, '2026-06-01', 0)).toEqual({ ok: false, error: { code: 'start-out-of-range' } })
    const higher = continueWith(once, '2026-06-01', 10)
    expect(higher.ok && given(higher.value, '2026-06-02')).toBe('2026-0010')
    expect(higher.ok && continueWith(higher.value, '2026-06-01', 5).ok).toBe(false)
  })

  test('passes over numbers that documents bear already', () => {
    const taken = new Set(['2026-0001', '2026-0002', '2026-0004'])
    const first = nextNumber(series, '2026-06-01', (number) => taken.has(number))
    expect(first.number).toBe('2026-0003')
    expect(nextNumber(first.series, '2026-06-01', (number) => taken.has(number)).number).toBe('2026-0005')
  })

  test('in whatever order days come, no number is missing and none comes twice', () => {
    const day = fc.tuple(fc.constantFrom('2025', '2026', '2027'), fc.constantFrom('01', '02', '12'))
    const rule = fc.constantFrom(
      { pattern: 'R{01}', reset: 'never' } as const,
      { pattern: '{YY}/{1}', reset: 'year' } as const,
      { pattern: '{YYYY}{MM}{001}', reset: 'year' } as const,
      { pattern: '{YYYY}{MM}{01}', reset: 'month' } as const,
    )
    fc.assert(
      fc.property(
        rule,
        fc.integer({ min: 1, max: 2000 }),
        fc.array(day, { maxLength: 40 }),
        (kind, start, days) => {
          let now: Series = { ...series, ...kind, start }
          const numbers = days.map(([year, month]) => {
            const next = nextNumber(now, `${year}-${month}-15`)
            now = next.series
            return next.number
          })
          const { periods, duplicates, foreign } = numberReport(now, numbers)
          expect([duplicates, foreign, periods.flatMap(({ gaps }) => gaps)]).toEqual([[], [], []])
          expect(new Set(numbers).size).toBe(numbers.length)
          expect(periods.every(({ first }) => first === start)).toBe(true)
        },
      ),
    )
  })
})

describe('the report on numbers', () => {
  const last = [
    { period: '2025', first: 1, counter: 6 },
    { period: '2026', first: 1, counter: 3 },
  ]

  test('names what is missing at the beginning, inside and at the end', () => {
    const numbers = ['2025-0002', '2025-0003', '2025-0005', '2026-0001', '2026-0002', '2026-0003']
    expect(numberReport({ ...series, last }, numbers).periods).toEqual([
      {
        period: '2025',
        first: 1,
        last: 6,
        issued: 3,
        gaps: [
          { from: 1, to: 1 },
          { from: 4, to: 4 },
          { from: 6, to: 6 },
        ],
      },
      { period: '2026', first: 1, last: 3, issued: 3, gaps: [] },
    ])
  })

  test('a year of which no document is left is one gap', () => {
    expect(numberReport({ ...series, last }, ['2026-0001', '2026-0002', '2026-0003']).periods[0]).toEqual({
      period: '2025',
      first: 1,
      last: 6,
      issued: 0,
      gaps: [{ from: 1, to: 6 }],
    })
  })

  test('names each double once, and numbers of another pattern', () => {
    const numbers = ['2026-0001', '2026-0001', '2026-0001', '2026-0002', '2026-0003', 'A-17']
    const report = numberReport({ ...series, last: last.slice(1) }, numbers)
    expect([report.duplicates, report.foreign]).toEqual([['2026-0001'], ['A-17']])
    expect(report.periods.map(({ issued, gaps }) => [issued, gaps])).toEqual([[3, []]])
  })

  test('the same counter in two months of one year is a double where numbers begin anew each year', () => {
    const monthly = { ...series, pattern: '{YYYY}{MM}-{01}', last: [] }
    expect(numberReport(monthly, ['202601-01', '202602-01']).duplicates).toEqual(['202602-01'])
  })

  test('after a change of the pattern counters go on, and older numbers are no gap', () => {
    const first = nextNumber(series, '2026-03-01')
    const changed = withPattern(first.series, 'R{YY}-{001}')
    const second = nextNumber(changed, '2026-03-02')
    expect([first.number, second.number]).toEqual(['2026-0001', 'R26-002'])
    const { periods, foreign } = numberReport(second.series, [first.number, second.number])
    expect([periods, foreign]).toEqual([[{ period: '2026', first: 1, last: 2, issued: 2, gaps: [] }], []])
    expect(withPattern(series, 'R{YY}-{001}')).toEqual({ ...series, pattern: 'R{YY}-{001}' })
    expect(withPattern(changed, series.pattern).formerPatterns).toEqual(['R{YY}-{001}'])
  })

  test('a number that two patterns could have made counts as the one that was given', () => {
    const before: Series = { ...series, pattern: '{YY}{001}', reset: 'never' }
    const first = nextNumber(before, '2026-03-01') // 26001
    const second = nextNumber(withPattern(first.series, '{1}'), '2026-03-02')
    expect([first.number, second.number]).toEqual(['26001', '2'])
    expect(numberReport(second.series, ['26001', '2']).periods).toEqual([
      { period: '', first: 1, last: 2, issued: 2, gaps: [] },
    ])
  })

  test('a series that gave nothing yet has nothing to report', () => {
    expect(numberReport(series, [])).toEqual({ periods: [], duplicates: [], foreign: [] })
  })
})
