import { record } from '#shared/book/entry.ts'
import type { Evidence } from './proposals.ts'

type Node = {
  readonly skus: readonly string[]
  readonly accounts: readonly string[]
  readonly isProduct: boolean
}
type Cluster = {
  readonly members: readonly number[]
  /** The least sure of the reasons that hold it together. */
  readonly evidence: Evidence | null
}
type Whole = Node & Cluster & { readonly members: number[]; readonly enemies: readonly number[] }

/** Things that belong together, joined one after the other as long as nothing speaks against it (union-find). */
export type Clusters = {
  /** `acrossAccounts`: only where the two share no account. */
  readonly mayJoin: (a: number, b: number, acrossAccounts?: boolean) => boolean
  /** Whether it is listed on every account there is: nothing can be joined with it across accounts. */
  readonly isEverywhere: (at: number) => boolean
  /** The accounts it is listed on, as one text. */
  readonly accountsOf: (at: number) => string
  readonly join: (a: number, b: number, evidence: Evidence, acrossAccounts?: boolean) => void
  readonly list: () => readonly Cluster[]
}

export function createClusters(
  nodes: readonly Node[],
  apart: readonly (readonly [number, number])[],
): Clusters {
  const into = Int32Array.from(nodes.keys())
  const wholes = nodes.map((node, at): Whole => ({ ...node, members: [at], enemies: [], evidence: null }))
  for (const [a, b] of apart) {
    wholes[a] = { ...wholeAt(a), enemies: [...wholeAt(a).enemies, b] }
    wholes[b] = { ...wholeAt(b), enemies: [...wholeAt(b).enemies, a] }
  }

  function wholeAt(root: number): Whole {
    const whole = wholes[root]
    if (whole === undefined) throw new Error('no such thing to join')
    return whole
  }
  function rootOf(at: number): number {
    let root = at
    while (into[root] !== root) root = into[root] ?? root
    into[at] = root
    return root
  }
  function mayJoin(a: number, b: number, acrossAccounts = false): boolean {
    const [one, other] = [rootOf(a), rootOf(b)]
    if (one === other) return false
    const [own, its] = [wholeAt(one), wholeAt(other)]
    if (own.isProduct && its.isProduct) return false
    if (own.skus.length > 0 && its.skus.length > 0 && !meet(own.skus, its.skus)) return false
    if (acrossAccounts && meet(own.accounts, its.accounts)) return false
    return !own.enemies.some((enemy) => rootOf(enemy) === other)
  }
  const accounts = new Set(nodes.flatMap((node) => node.accounts)).size
  return {
    mayJoin,
    accountsOf: (at) => wholeAt(rootOf(at)).accounts.join(record),
    isEverywhere: (at) => wholeAt(rootOf(at)).accounts.length === accounts,
    join: (a, b, evidence, acrossAccounts = false) => {
      if (!mayJoin(a, b, acrossAccounts)) return
      const [one, other] = [rootOf(a), rootOf(b)]
      // the larger takes up the smaller, so that no member moves often
      const [kept, gone] =
        wholeAt(one).members.length < wholeAt(other).members.length ? [other, one] : [one, other]
      into[gone] = kept
      wholes[kept] = together(wholeAt(kept), wholeAt(gone), evidence)
    },
    list: () => nodes.flatMap((_, at) => (rootOf(at) === at ? [wholeAt(at)] : [])),
  }
}

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one))
const union = (some: readonly string[], others: readonly string[]): readonly string[] =>
  others.every((one) => some.includes(one)) ? some : [...new Set([...some, ...others])]

function together(kept: Whole, gone: Whole, evidence: Evidence): Whole {
  for (const member of gone.members) kept.members.push(member)
  const held = [kept.evidence, gone.evidence, evidence]
  return {
    skus: union(kept.skus, gone.skus),
    accounts: union(kept.accounts, gone.accounts),
    isProduct: kept.isProduct || gone.isProduct,
    members: kept.members,
    enemies: gone.enemies.length === 0 ? kept.enemies : [...kept.enemies, ...gone.enemies],
    evidence: leastSure(held.flatMap((each) => each ?? [])),
  }
}

const sureness = ({ by }: Evidence): number => ({ variants: 0, sku: 1, id: 2, title: 3 })[by]

function leastSure(all: readonly Evidence[]): Evidence {
  const [first, ...rest] = all
  if (first === undefined) throw new Error('nothing was joined')
  return rest.reduce((least, one) => {
    if (sureness(one) !== sureness(least)) return sureness(one) > sureness(least) ? one : least
    return one.by === 'title' && least.by === 'title' && one.alike < least.alike ? one : least
  }, first)
}
