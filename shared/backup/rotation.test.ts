import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDay } from '#shared/calendar/day.ts'
import { dayOfIso } from '#shared/book/days.ts'
import { reasons } from './manifest.ts'
import { newestProven, superfluous } from './rotation.ts'
import type { Rotated } from './rotation.ts'

const today = '2026-06-17' // a Wednesday
const noLimit = Number.MAX_SAFE_INTEGER
const made = (day: string, time: string, more: Partial<Rotated> = {}): Rotated => ({
  name: `${day} ${time}`,
  brand: 'tide',
  createdAt: `${day}T${time}:00.000Z`,
  day,
  size: 100,
  proof: 'proven',
  reason: 'quit',
  ...more,
})
const gone = (backups: readonly Rotated[], limit = noLimit) => superfluous(backups, today, limit)

test('all of today stays, and of an earlier day the last', () => {
  const backups = [
    made('2026-06-17', '08:00'),
    made('2026-06-17', '09:00'),
    made('2026-06-16', '08:00'),
    made('2026-06-16', '09:00'),
    made('2026-06-03', '09:00'), // fourteen days ago
  ]
  expect(gone(backups)).toEqual(['2026-06-16 08:00'])
})

test('after two weeks one of a week stays, after a quarter one of a month, for years', () => {
  const backups = [
    made('2026-06-17', '08:00'),
    made('2026-06-02', '08:00'), // Tuesday and Monday of one week, fifteen and sixteen days ago
    made('2026-06-01', '08:00'),
    made('2026-05-31', '08:00'), // Sunday of the week before
    made('2026-03-18', '08:00'), // ninety-one days ago: the last that counts by weeks
    made('2026-03-17', '08:00'), // the same month, but counted by months
    made('2026-03-02', '08:00'),
    made('2026-02-28', '08:00'),
    made('2021-02-28', '08:00'),
  ]
  expect(gone(backups)).toEqual(['2026-06-01 08:00', '2026-03-02 08:00'])
})

test('one that cannot be proven does not take the place of one that is', () => {
  const failed = made('2026-06-10', '21:00', { proof: 'failed' })
  const unproven = made('2026-06-10', '20:00', { proof: 'unproven' })
  expect(gone([made('2026-06-10', '08:00'), unproven, failed])).toEqual([unproven.name, failed.name])
  expect(gone([unproven, failed])).toEqual([failed.name])
  expect(gone([failed])).toEqual([]) // better than nothing
})

test('what a restore or an upgrade took the place of stays for two weeks', () => {
  const before = made('2026-06-10', '08:00', { reason: 'before-restore' })
  const old = made('2026-06-01', '08:00', { reason: 'before-upgrade' })
  expect(gone([before, made('2026-06-10', '20:00'), old, made('2026-06-02', '20:00')])).toEqual([old.name])
})

test('each brand is rotated by itself', () => {
  const other = made('2026-06-10', '08:00', { brand: 'fern', name: 'fern' })
  expect(gone([other, made('2026-06-10', '20:00')])).toEqual([])
})

test('over the limit what failed goes first, then the oldest, never the newest proven of a brand', () => {
  const backups = [
    made('2026-06-17', '08:00'),
    made('2026-06-16', '08:00', { proof: 'failed' }),
    made('2026-06-15', '08:00'),
    made('2020-01-01', '08:00', { brand: 'fern', name: 'fern' }),
  ]
  expect(gone(backups, 400)).toEqual([])
  expect(gone(backups, 399)).toEqual(['2026-06-16 08:00'])
  expect(gone(backups, 299)).toEqual(['2026-06-16 08:00', '2026-06-15 08:00'])
  expect(gone(backups, 0)).toEqual(['2026-06-16 08:00', '2026-06-15 08:00'])
})

test('with a clock that went back nothing goes', () => {
  expect(
    gone([made('2026-06-18', '08:00'), made('2026-01-01', '08:00'), made('2026-01-02', '08:00')]),
  ).toEqual([])
})

const anyBackups = fc
  .array(
    fc.record({
      brand: fc.constantFrom('tide', 'fern'),
      day: fc.integer({ min: dayOfIso(today) - 1200, max: dayOfIso(today) }).map(isoDay),
      minute: fc.integer({ min: 10, max: 59 }),
      size: fc.integer({ min: 0, max: 500 }),
      proof: fc.constantFrom('proven' as const, 'unproven' as const, 'failed' as const),
      reason: fc.constantFrom(...reasons),
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all.map(({ day, minute, ...more }, at) => made(day, `10:${minute}`, { ...more, name: String(at) })),
  )

test('whatever there is: the newest proven of each brand stays, the limit holds, and once is enough', () => {
  fc.assert(
    fc.property(anyBackups, fc.integer({ min: 0, max: 20_000 }), (backups, limit) => {
      const removed = new Set(superfluous(backups, today, limit))
      const left = backups.filter(({ name }) => !removed.has(name))
      const newest = ['tide', 'fern'].flatMap(
        (brand) => newestProven(backups.filter((backup) => backup.brand === brand)) ?? [],
      )
      for (const one of newest) expect(left).toContain(one)
      const others = left.filter((one) => !newest.includes(one))
      const total = left.reduce((sum, { size }) => sum + size, 0)
      expect(others.length === 0 || total <= limit).toBe(true)
      expect(superfluous(left, today, limit)).toEqual([])
    }),
  )
})

test('a brand kept up for three years of daily backups keeps one of every month, and is never without a recent one', () => {
  let kept: readonly Rotated[] = []
  const last = dayOfIso(today)
  for (let day = last - 1095; day <= last; day++) {
    const now = isoDay(day)
    kept = [...kept, made(now, '09:00'), made(now, '18:00')]
    const removed = new Set(superfluous(kept, now, noLimit))
    kept = kept.filter(({ name }) => !removed.has(name))
  }
  const months = new Set(kept.map(({ day }) => day.slice(0, 7)))
  expect(months.size).toBe(37)
  expect(kept.at(-1)?.day).toBe(today)
  expect(kept.length).toBeLessThan(75)
})
