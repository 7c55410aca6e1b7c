import type { Client, Identity } from './client.ts'

const sameIdentity = (a: Identity, b: Identity) => a.channel === b.channel && a.key === b.key
const distinct = <T>(list: readonly T[], key: (one: T) => string): readonly T[] =>
  [...new Map(list.toReversed().map((one) => [key(one), one])).values()].toReversed()

/**
 * Several clients as one: the first keeps its id and what it says of itself; identities, mails, addresses, tags and
 * circles are united, notes stand one under the other, and the earliest day to come back to stays.
 */
export function combineClients([first, ...others]: readonly [Client, ...Client[]]): Client {
  const all = [first, ...others]
  const notes = distinct(
    all.flatMap((one) => one.notes ?? []),
    (note) => JSON.stringify(note),
  )
  const billing = all.find((one) => one.billing !== undefined)?.billing
  const followUps = all.flatMap(({ followUp }) => followUp ?? [])
  return {
    ...first,
    identities: distinct(
      all.flatMap(({ identities }) => identities),
      ({ channel, key }) => `${channel} ${key}`,
    ),
    mails: distinct(
      all.flatMap(({ mails }) => mails),
      (mail) => mail.toLowerCase(),
    ),
    phone: all.find(({ phone }) => phone !== '')?.phone ?? '',
    addresses: distinct(
      all.flatMap(({ addresses }) => addresses),
      (address) => JSON.stringify(address).toLowerCase(),
    ),
    note: distinct(
      all.map(({ note }) => note).filter((note) => note !== ''),
      (note) => note,
    ).join('\n'),
    ...(notes.length > 0 ? { notes } : {}),
    ...(billing === undefined ? {} : { billing }),
    tags: [...new Set(all.flatMap(({ tags }) => tags))],
    circles: [...new Set(all.flatMap(({ circles }) => circles))],
    followUp: followUps.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0] ?? null,
    createdAt: all.map(({ createdAt }) => createdAt).toSorted()[0] ?? first.createdAt,
  }
}

/** The client without one of its identities, which stands for itself again. */
export const withoutIdentity = (client: Client, identity: Identity): Client => ({
  ...client,
  identities: client.identities.filter((one) => !sameIdentity(one, identity)),
})
