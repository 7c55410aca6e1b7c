import { folded } from '#shared/search/folded.ts'

/** Somebody the book or a record knows, as far as it helps to tell whether two are one. */
export type Known = {
  /** Key of its row. */
  readonly key: string
  readonly isRecord: boolean
  readonly name: string
  readonly mails: readonly string[]
  /** Postcode and country where known, `''` where not. */
  readonly place: string
  readonly channels: readonly string[]
}
/** Why several are proposed as one, the surest first. */
export type Likeness = 'mail' | 'name-place' | 'name'
export type ClientProposal = {
  /** The record among them first, else the one that is known best. */
  readonly keys: readonly string[]
  readonly why: Likeness
  /** The mail, or the name, they share. */
  readonly shared: string
}

/** A name that more than this many people have says nothing. */
export const mostOfName = 4

/**
 * Those who are likely one and the same: by mail, by name and place, by full name alone where no place speaks against
 * it. Each is in one proposal at most; two records are proposed like everybody else. Blocks by text, so that 400,000
 * are compared in one pass, which goes on in steps of a few milliseconds.
 */
export function* proposingClients(
  known: readonly Known[],
  isRejected: (keys: readonly string[]) => boolean,
): Generator<void, readonly ClientProposal[]> {
  const taken = new Set<string>()
  const proposals: ClientProposal[] = []
  function* propose(why: Likeness, textsOf: (one: Known) => readonly string[]) {
    let at = 0
    for (const [shared, members] of yield* blocksOf(known, textsOf)) {
      if (++at % stepSize === 0) yield
      const free = members.filter(({ key }) => !taken.has(key))
      if (free.length < 2 || (why !== 'mail' && free.length > mostOfName)) continue
      if (why === 'name' && !isOneByName(free)) continue
      const keys = free.toSorted(byRank).map(({ key }) => key)
      if (isRejected(keys)) continue
      for (const key of keys) taken.add(key)
      proposals.push({ keys, why, shared: why === 'mail' ? shared : (free[0]?.name ?? shared) })
    }
  }
  yield* propose('mail', ({ mails }) => mails.map(asMail))
  yield* propose('name-place', ({ name, place }) =>
    place === '' ? [] : fullName(name).map((full) => `${full}|${place}`),
  )
  yield* propose('name', ({ name }) => fullName(name))
  return proposals
}

/** How many are compared in one step. */
const stepSize = 1000

/** Rows of one channel are told apart by it already; two places are two people until something else says so. */
function isOneByName(members: readonly Known[]): boolean {
  const channels = members.flatMap((one) => one.channels)
  const places = new Set(members.map(({ place }) => place).filter((place) => place !== ''))
  return new Set(channels).size === channels.length && places.size < 2
}

const byRank = (a: Known, b: Known): number =>
  Number(b.isRecord) - Number(a.isRecord) || b.mails.length - a.mails.length || (a.key < b.key ? -1 : 1)

/** Two mails are one where these are the same. */
export const asMail = (mail: string): string => mail.trim().toLowerCase()

/** Two names are one where these are the same; none for a first name alone, which is no name to go by. */
export function fullName(name: string): readonly string[] {
  const words = folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return words.length < 2 ? [] : [words.toSorted().join(' ')]
}

function* blocksOf(
  known: readonly Known[],
  textsOf: (one: Known) => readonly string[],
): Generator<void, ReadonlyMap<string, readonly Known[]>> {
  const first = new Map<string, Known>()
  const blocks = new Map<string, Known[]>()
  for (const [at, one] of known.entries()) {
    if (at % stepSize === 0) yield
    for (const text of new Set(textsOf(one))) {
      if (text === '') continue
      const other = first.get(text)
      if (other === undefined) first.set(text, one)
      else {
        const block = blocks.get(text)
        if (block) block.push(one)
        else blocks.set(text, [other, one])
      }
    }
  }
  return blocks
}
