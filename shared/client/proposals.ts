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
const mostOfName = 4

/**
 * Those who are likely one and the same: by mail, by name and place, by full name alone where no place speaks against
 * it. Each is in one proposal at most; two records are proposed like everybody else. Blocks by text, so that 400,000
 * are compared in one pass.
 */
export function proposeClients(
  known: readonly Known[],
  isRejected: (keys: readonly string[]) => boolean = () => false,
) {
  const taken = new Set<string>()
  const proposals: ClientProposal[] = []
  const propose = (why: Likeness, blocks: ReadonlyMap<string, readonly Known[]>) => {
    for (const [shared, members] of blocks) {
      const free = members.filter(({ key }) => !taken.has(key))
      if (free.length < 2 || (why !== 'mail' && free.length > mostOfName)) continue
      if (why === 'name' && !isOneByName(free)) continue
      const keys = free.toSorted(byRank).map(({ key }) => key)
      if (isRejected(keys)) continue
      for (const key of keys) taken.add(key)
      proposals.push({ keys, why, shared: why === 'mail' ? shared : (free[0]?.name ?? shared) })
    }
  }
  propose(
    'mail',
    blocksOf(known, ({ mails }) => mails.map((mail) => mail.trim().toLowerCase())),
  )
  propose(
    'name-place',
    blocksOf(known, (one) => (one.place === '' ? [] : fullName(one).map((name) => `${name}|${one.place}`))),
  )
  propose('name', blocksOf(known, fullName))
  return proposals
}

/** Rows of one channel are told apart by it already; two places are two people until something else says so. */
function isOneByName(members: readonly Known[]): boolean {
  const channels = members.flatMap((one) => one.channels)
  const places = new Set(members.map(({ place }) => place).filter((place) => place !== ''))
  return new Set(channels).size === channels.length && places.size < 2
}

const byRank = (a: Known, b: Known): number =>
  Number(b.isRecord) - Number(a.isRecord) || b.mails.length - a.mails.length || (a.key < b.key ? -1 : 1)

/** A first name alone is no name to go by. */
function fullName({ name }: Known): readonly string[] {
  const words = folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return words.length < 2 ? [] : [words.toSorted().join(' ')]
}

function blocksOf(known: readonly Known[], textsOf: (one: Known) => readonly string[]) {
  const first = new Map<string, Known>()
  const blocks = new Map<string, Known[]>()
  for (const one of known) {
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
