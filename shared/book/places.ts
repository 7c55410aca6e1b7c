import type { Places } from './assigned.ts'

/** Over so many listings or buyers; the first of which is none. Of two records that name one the older counts. */
export function placesOf<R extends { readonly id: string }>(
  records: readonly R[],
  count: number,
  membersOf: (record: R) => readonly number[],
): Places<R> {
  const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const members: (readonly number[])[] = []
  const placeOf = new Uint32Array(count)
  const placeOfRecord = new Map<string, number>()
  for (const one of sorted) {
    const place = members.length + 1
    members.push(claim(placeOf, place, membersOf(one)))
    placeOfRecord.set(one.id, place)
  }
  return {
    records: sorted,
    members,
    placeOfRecord,
    ...foundIn(placeOf, sorted.length, new Map()),
  }
}

/** Those of `named` that no older record claims belong to this place: mostly all of them. */
function claim(placeOf: Uint32Array, place: number, named: readonly number[]): readonly number[] {
  const isTaken = named.some((member) => placeOf[member] !== 0)
  const own =
    isTaken || named.length > 1 ? [...new Set(named)].filter((member) => placeOf[member] === 0) : named
  for (const member of own) placeOf[member] = place
  return own
}

/** Gives every listing or buyer that no record claims a place of its own; those that are the same share it. */
function foundIn(placeOf: Uint32Array, recordCount: number, same: ReadonlyMap<number, number>) {
  const found = new Uint32Array(placeOf.length)
  let count = 0
  for (let member = 1; member < placeOf.length; member++) {
    const isClaimed = (placeOf[member] ?? 0) !== 0 && (placeOf[member] ?? 0) <= recordCount
    if (isClaimed || same.has(member)) continue
    found[count++] = member
    placeOf[member] = recordCount + count
  }
  for (const [member, known] of same)
    if ((placeOf[member] ?? 0) === 0 || (placeOf[member] ?? 0) > recordCount)
      placeOf[member] = placeOf[known] ?? 0
  return { placeOf, found: found.slice(0, count) }
}

/**
 * The same places with records in other words: null where one came or went, or names others than before.
 */
export function withRecords<R extends { readonly id: string }>(
  places: Places<R>,
  ids: readonly string[],
  records: ReadonlyMap<string, R>,
  namesSame: (a: R, b: R) => boolean,
): Places<R> | null {
  const next = [...places.records]
  for (const id of ids) {
    const [at, record] = [(places.placeOfRecord.get(id) ?? 0) - 1, records.get(id)]
    const before = next[at]
    if (before === undefined && record === undefined) continue
    if (before === undefined || record === undefined || !namesSame(before, record)) return null
    next[at] = record
  }
  return { ...places, records: next }
}

/** A listing that is the same as one a product names is that product's, too; where no product does, both are found as one. */
export function withSame<R>(places: Places<R>, same: ReadonlyMap<number, number>): Places<R> {
  if (same.size === 0) return places
  const placeOf = places.placeOf.slice()
  const members = places.members.map((own) => [...own])
  const isClaimed = (listing: number) => (placeOf[listing] ?? 0) <= places.records.length
  const claim = (listing: number, like: number) => {
    const place = placeOf[like] ?? 0
    placeOf[listing] = place
    members[place - 1]?.push(listing)
  }
  for (const [offered, known] of same) {
    if (isClaimed(offered) && !isClaimed(known)) claim(known, offered)
    else if (isClaimed(known) && !isClaimed(offered)) claim(offered, known)
  }
  return { ...places, members, ...foundIn(placeOf, places.records.length, same) }
}

/** Listings that no product names itself, but a rule gives to one. */
export function withRuled<R>(
  places: Places<R>,
  ruled: ReadonlyMap<number, string>,
  same: ReadonlyMap<number, number>,
): Places<R> {
  if (ruled.size === 0) return places
  const placeOf = places.placeOf.slice()
  const members = places.members.map((own) => [...own])
  for (const [listing, product] of ruled) {
    const place = places.placeOfRecord.get(product)
    if (place === undefined || (placeOf[listing] ?? 0) <= places.records.length) continue
    placeOf[listing] = place
    members[place - 1]?.push(listing)
  }
  return { ...places, members, ...foundIn(placeOf, places.records.length, same) }
}
