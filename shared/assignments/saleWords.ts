import type { SaleKeys } from '#shared/book/saleKeys.ts'
import type { Stream } from '#shared/book/entry.ts'
import type { Assignment, Said } from './assignment.ts'

/** What a person can say of sales; what is left out stays as it was. `stream: ''` lets the file or a product say it again. */
export type SaleWords = {
  readonly stream?: Stream
  readonly hidden?: boolean
  readonly note?: string
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}
/** A record as it would be; null removes it. */
export type AssignmentAfter = { readonly id: string; readonly record: Assignment | null }

export const saleAssignmentId = (saleKey: string): string => `sale:${saleKey}`

/** What was said of one sale under several of its keys: of each field and tag the newest word counts. */
export function mergeWords(told: readonly Assignment[]): Assignment | null {
  const [first = null, ...others] = told.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (first === null || others.length === 0) return first
  const newest = new Map<string, { readonly change: number; readonly by: Assignment }>()
  for (const by of [first, ...others])
    for (const [about, change] of saidIn(by))
      if (change > (newest.get(about)?.change ?? -1)) newest.set(about, { change, by })
  const words = [...newest].toSorted(([, a], [, b]) => a.change - b.change)
  const valueOf = <N extends 'stream' | 'hidden' | 'note'>(name: N) => newest.get(name)?.by[name]
  return assignmentOf(first.id, {
    stream: valueOf('stream'),
    hidden: valueOf('hidden'),
    note: valueOf('note'),
    tags: words.flatMap(([about, { by }]) => by.tags?.filter((tag) => tagged(tag) === about) ?? []),
    said: words.map(([about, { change }]) => [about, change]),
  })
}

/**
 * Says the same of all these sales in the change with this number, under each of their keys. That something was taken
 * back is kept only where the sale may turn out to have another key, under which more was said.
 */
export function saleAssignmentsAfter(
  sales: readonly SaleKeys[],
  stored: ReadonlyMap<string, Assignment>,
  words: SaleWords,
  change: number,
): readonly AssignmentAfter[] {
  return sales.flatMap(({ keys, mayGrow }) => {
    const ids = keys.map(saleAssignmentId)
    const before = mergeWords(ids.flatMap((id) => stored.get(id) ?? []))
    const after = withWords(before ?? { id: '' }, words, change)
    return ids.map((id) => ({ id, record: kept({ ...after, id }, mayGrow) }))
  })
}

const fields = ['stream', 'hidden', 'note'] as const
const tagged = (tag: string): string => `tag:${tag}`

/** What was kept before it was noted when something is said counts as said before all else. */
const saidIn = (told: Assignment): ReadonlyMap<string, number> =>
  new Map<string, number>([
    ...fields.flatMap((name) => (told[name] ? [[name, 0] as const] : [])),
    ...(told.tags ?? []).map((tag) => [tagged(tag), 0] as const),
    ...(told.said ?? []),
  ])

function withWords(
  before: Assignment,
  { stream, hidden, note, addTags = [], removeTags = [] }: SaleWords,
  change: number,
): Assignment {
  const tags = [...(before.tags ?? []).filter((tag) => !removeTags.includes(tag)), ...addTags]
  const about = [
    ...(stream === undefined ? [] : ['stream']),
    ...(hidden === undefined ? [] : ['hidden']),
    ...(note === undefined ? [] : ['note']),
    ...[...removeTags, ...addTags].map(tagged),
  ]
  return assignmentOf(before.id, {
    stream: stream ?? before.stream,
    hidden: hidden ?? before.hidden,
    note: (note ?? before.note)?.trim(),
    tags: [...new Set(tags)],
    said: [...new Map([...saidIn(before), ...about.map((one) => [one, change] as const)])],
  })
}

type Parts = { readonly [K in 'stream' | 'hidden' | 'note']: Assignment[K] | undefined } & {
  readonly tags: readonly string[]
  readonly said: readonly Said[]
}

/** What says nothing is left out. */
const assignmentOf = (id: string, { stream, hidden, note, tags, said }: Parts): Assignment => ({
  id,
  ...(stream ? { stream } : {}),
  ...(hidden ? { hidden } : {}),
  ...(note ? { note } : {}),
  ...(tags.length > 0 ? { tags } : {}),
  ...(said.length > 0 ? { said } : {}),
})

function kept(told: Assignment, mayGrow: boolean): Assignment | null {
  const says = (about: string) => fields.some((name) => name === about && told[name]) || hasTag(told, about)
  const said = (told.said ?? []).filter(([about]) => mayGrow || says(about))
  if (said.length === 0) return null
  return { ...told, said }
}

const hasTag = ({ tags }: Assignment, about: string): boolean =>
  tags?.some((tag) => tagged(tag) === about) === true
