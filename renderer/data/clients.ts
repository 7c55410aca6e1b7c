import { apartId } from '#shared/assignments/assignment.ts'
import { unit } from '#shared/book/entry.ts'
import type { ClientRow } from '#shared/book/partyQuestions.ts'
import type { Circle, Client, ClientNote, Identity } from '#shared/client/client.ts'
import { combineClients, withoutIdentity } from '#shared/client/combine.ts'
import { commit, commitFrom } from './commit.ts'
import type { Change, Write } from './commit.ts'
import type { BrandDatabase, BrandRecords } from './database.ts'
import { uuidv7 } from './uuid.ts'

type Described = Pick<ClientRow, 'key' | 'isRecord' | 'name' | 'mail'>

/** A client of whom only the name is known yet. */
export const newClient = (name: string, now: string): Client => ({
  id: uuidv7(),
  kind: 'person',
  name,
  identities: [],
  mails: [],
  phone: '',
  addresses: [],
  note: '',
  tags: [],
  circles: [],
  followUp: null,
  createdAt: now,
})

/** What a record of a buyer begins with: the name and mail the channel gives, and the identity itself. */
function clientOf({ key, name, mail }: Described, now: string): Client {
  return { ...newClient(name, now), identities: [identityOf(key)], mails: mail === '' ? [] : [mail] }
}

/** The identity behind the key of a row without a record: `channel␟key`. */
function identityOf(key: string): Identity {
  const end = key.indexOf(unit)
  return { channel: key.slice(0, end), key: key.slice(end + 1) }
}

/** The record of a row, or the one it would have; null where it is gone by now. */
export async function clientFor(db: BrandDatabase, row: Described, now: string): Promise<Client | null> {
  return row.isRecord ? ((await db.clients.get(row.key)) ?? null) : clientOf(row, now)
}

async function clientsFor(db: BrandDatabase, rows: readonly Described[], now: string) {
  const stored = await db.clients.bulkGet(rows.map(({ key }) => key))
  return rows.flatMap((row, at) => (row.isRecord ? (stored[at] ?? []) : clientOf(row, now)))
}

export const saveClient = (db: BrandDatabase, client: Client) =>
  commit(db, 'save client', [{ table: 'clients', put: client }])

/** Writes down what happened with a client; a buyer without a record gets one. */
export const noteOnClient = (db: BrandDatabase, client: Client, note: ClientNote) =>
  commit(db, 'note on client', [
    { table: 'clients', put: { ...client, notes: [...(client.notes ?? []), note] } },
  ])

export const removeClientNote = (db: BrandDatabase, client: Client, note: ClientNote) =>
  commit(db, 'remove note', [
    { table: 'clients', put: { ...client, notes: client.notes?.filter((one) => one !== note) ?? [] } },
  ])

/** They were come back to: the day goes, and what it was for is kept among the notes. */
export const followedUp = (db: BrandDatabase, client: Client, today: string) =>
  commit(db, 'follow up', [
    {
      table: 'clients',
      put: {
        ...client,
        followUp: null,
        notes: [...(client.notes ?? []), { day: today, text: client.followUp?.text ?? '', followUp: true }],
      },
    },
  ])

/** What all of these are given at once; those without a record get one. */
export type ClientWords = {
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
  readonly addCircles?: readonly Circle[]
  readonly removeCircles?: readonly Circle[]
  readonly followUp?: Client['followUp']
}

export async function describeClients(
  db: BrandDatabase,
  rows: readonly Described[],
  words: ClientWords,
  now: string,
): Promise<Change> {
  const described = (client: Client): Client => ({
    ...client,
    tags: changedList(client.tags, words.addTags, words.removeTags),
    circles: changedList(client.circles, words.addCircles, words.removeCircles),
    followUp: words.followUp === undefined ? client.followUp : words.followUp,
  })
  return commitFrom(db, 'describe clients', ['clients'], async () =>
    (await clientsFor(db, rows, now)).map(
      (client) => ({ table: 'clients', put: described(client) }) as const,
    ),
  )
}

const changedList = <T>(
  list: readonly T[],
  add: readonly T[] = [],
  remove: readonly T[] = [],
): readonly T[] => [...new Set([...list.filter((one) => !remove.includes(one)), ...add])]

/** Several as one: the first of them stays, the others' records go into it. */
export async function mergeClients(
  db: BrandDatabase,
  groups: readonly (readonly Described[])[],
  now: string,
): Promise<Change> {
  return commitFrom(db, 'merge clients', ['clients', 'handSales', 'documents', 'payments'], async () => {
    const writes: Write<BrandRecords>[] = []
    const into = new Map<string, string>()
    for (const rows of groups) {
      const [first, ...others] = await clientsFor(db, rows, now)
      if (!first) continue
      writes.push({ table: 'clients', put: combineClients([first, ...others]) })
      const records = new Set(rows.filter(({ isRecord }) => isRecord).map(({ key }) => key))
      for (const { id } of others.filter((one) => records.has(one.id))) {
        writes.push({ table: 'clients', remove: id })
        into.set(id, first.id)
      }
    }
    // Sales by hand, documents and payments name their client: they follow.
    for (const sale of await db.handSales.toArray()) {
      const client = into.get(sale.client ?? '')
      if (client !== undefined) writes.push({ table: 'handSales', put: { ...sale, client } })
    }
    for (const [gone, client] of into) {
      for (const document of await db.documents.where('links.client').equals(gone).toArray())
        writes.push({
          table: 'documents',
          put: { ...document, links: { ...document.links, client } },
        })
      for (const payment of await db.payments.where('client').equals(gone).toArray())
        writes.push({ table: 'payments', put: { ...payment, client } })
    }
    return writes
  })
}

/** The identity stands for itself again, without a record. */
export const splitIdentity = (db: BrandDatabase, client: Client, identity: Identity) =>
  commit(db, 'split client', [{ table: 'clients', put: withoutIdentity(client, identity) }])

/** The record goes; its identities stand for themselves again. */
export const removeClients = (db: BrandDatabase, ids: readonly string[]) =>
  commit(
    db,
    'remove client',
    ids.map((id) => ({ table: 'clients', remove: id }) as const),
  )

/** These were looked at and are not one: they are not proposed again. Keys of rows. */
export const rejectProposals = (db: BrandDatabase, proposals: readonly (readonly string[])[]) =>
  commit(
    db,
    'reject clients',
    proposals.map((keys) => ({ table: 'assignments', put: { id: apartId(keys), rejected: true } }) as const),
  )
