import { bucketOf, dayOfIso } from '#shared/book/days.ts'
import type { Reason } from './manifest.ts'

/** A backup as the rotation sees it. */
export type Rotated = {
  readonly name: string
  /** The brand's lasting id: each brand is rotated by itself. */
  readonly brand: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** The calendar day it was made on, `YYYY-MM-DD`. */
  readonly day: string
  readonly size: number
  /** `unproven` was not read again yet, `failed` was, and is not what was written. */
  readonly proof: 'proven' | 'unproven' | 'failed'
  readonly reason: Reason
}

const trust = { proven: 0, unproven: 1, failed: 2 }
const daily = 14
const weekly = 91
/** Hold what a restore or an upgrade took the place of: of these not only the last of a day is kept. */
const turningPoints: readonly Reason[] = ['before-restore', 'before-upgrade']

/**
 * The names that may go: all of today stays, one a day for two weeks, one a week for a quarter, one a month for ever,
 * all that within `limit` bytes. The newest proven backup of a brand always stays. After a clock that went back nothing goes.
 */
export function superfluous(backups: readonly Rotated[], today: string, limit: number): readonly string[] {
  if (backups.some(({ day }) => day > today)) return []
  const brands = grouped(backups, ({ brand }) => brand)
  const held = brands.flatMap((own) => heldOf(own, today))
  const newest = new Set(brands.flatMap((own) => newestProven(own)?.name ?? []))
  const kept = new Set(withinLimit(held, newest, limit).map(({ name }) => name))
  return backups.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}

export const newestProven = <B extends Pick<Rotated, 'createdAt' | 'proof'>>(
  backups: readonly B[],
): B | undefined => backups.filter(({ proof }) => proof === 'proven').toSorted(newestFirst)[0]

const newestFirst = (a: { readonly createdAt: string }, b: { readonly createdAt: string }) =>
  a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0

function heldOf(own: readonly Rotated[], today: string): readonly Rotated[] {
  return grouped(own, (backup) => periodOf(backup, today)).flatMap((within) => {
    if (within.every(({ day }) => ageOf(day, today) <= 0)) return within
    const best = within.toSorted((a, b) => trust[a.proof] - trust[b.proof] || newestFirst(a, b))[0]
    const turning = within.filter(
      ({ reason, proof, day }) =>
        proof === 'proven' && turningPoints.includes(reason) && ageOf(day, today) <= daily,
    )
    return [...new Set([...(best ? [best] : []), ...turning])]
  })
}

/** Of each period before today one backup stays. */
function periodOf({ day }: Rotated, today: string): string {
  const age = ageOf(day, today)
  if (age <= daily) return day
  return age <= weekly ? `week of ${bucketOf(dayOfIso(day), 'week')}` : day.slice(0, 7)
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups.values()]
}

const ageOf = (day: string, today: string) => dayOfIso(today) - dayOfIso(day)

/** The oldest go first until the rest fits; before them what is not what was written. */
function withinLimit(
  held: readonly Rotated[],
  spared: ReadonlySet<string>,
  limit: number,
): readonly Rotated[] {
  let total = held.reduce((sum, { size }) => sum + size, 0)
  const gone = new Set<string>()
  const oldest = held
    .filter(({ name }) => !spared.has(name))
    .toSorted((a, b) => Number(b.proof === 'failed') - Number(a.proof === 'failed') || newestFirst(b, a))
  for (const { name, size } of oldest) {
    if (total <= limit) break
    gone.add(name)
    total -= size
  }
  return held.filter(({ name }) => !gone.has(name))
}
