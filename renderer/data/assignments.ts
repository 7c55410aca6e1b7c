import type { Assignment, AssignmentRule } from '#shared/assignments/assignment.ts'
import type { Stream } from '#shared/book/entry.ts'
import { commit, commitFrom } from './commit.ts'
import type { Change, Write } from './commit.ts'
import type { BrandDatabase, BrandRecords } from './database.ts'
import { uuidv7 } from './uuid.ts'

/** What a person can say of sales; what is left out stays as it was. `stream: ''` lets the file or a product say it again. */
export type SaleWords = {
  readonly stream?: Stream
  readonly hidden?: boolean
  readonly note?: string
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}

const saleAssignmentId = (saleKey: string): string => `sale:${saleKey}`

/** Assignments as they would be; null removes one that says nothing any more. By the keys of sales. */
export async function assignmentsAfter(
  db: BrandDatabase,
  keys: readonly string[],
  words: SaleWords,
): Promise<readonly { readonly id: string; readonly record: Assignment | null }[]> {
  const ids = keys.map(saleAssignmentId)
  const stored = await db.assignments.bulkGet(ids)
  return ids.map((id, at) => ({ id, record: withWords(stored[at] ?? { id }, words) }))
}

/** Says the same of all these sales, in one change. */
export const assignSales = (db: BrandDatabase, keys: readonly string[], words: SaleWords): Promise<Change> =>
  commitFrom(db, nameOf(words), ['assignments'], async () =>
    (await assignmentsAfter(db, keys, words)).map(({ id, record }): Write<BrandRecords> =>
      record === null ? { table: 'assignments', remove: id } : { table: 'assignments', put: record },
    ),
  )

function nameOf({ hidden, note, stream }: SaleWords): string {
  if (hidden !== undefined) return hidden ? 'hide sales' : 'show sales'
  if (note !== undefined) return 'note sale'
  return stream === undefined ? 'tag sales' : 'assign stream'
}

function withWords(
  before: Assignment,
  { stream, hidden, note, addTags, removeTags }: SaleWords,
): Assignment | null {
  const kept = (before.tags ?? []).filter((tag) => !removeTags?.includes(tag))
  const tags = [...new Set([...kept, ...(addTags ?? [])])]
  const after = {
    id: before.id,
    ...some('stream', stream ?? before.stream),
    ...some('hidden', hidden ?? before.hidden),
    ...some('note', (note ?? before.note)?.trim()),
    ...(tags.length > 0 ? { tags } : {}),
  }
  return Object.keys(after).length > 1 ? after : null
}

/** What says nothing is not kept. */
const some = <N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } =>
  value ? ({ [name]: value } as { readonly [K in N]?: V }) : {}

/** Rules in the order in which they count. */
export async function listRules(db: BrandDatabase): Promise<readonly AssignmentRule[]> {
  const rules = await db.rules.toArray()
  return rules.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** A new rule comes last. */
export async function newRule(
  db: BrandDatabase,
  told: Pick<AssignmentRule, 'name' | 'when' | 'gives'>,
): Promise<AssignmentRule> {
  const order = Math.max(0, ...(await db.rules.toArray()).map((rule) => rule.order)) + 1
  return { ...told, id: uuidv7(), order, enabled: true }
}

export const saveRule = (db: BrandDatabase, rule: AssignmentRule) =>
  commit(db, 'save rule', [{ table: 'rules', put: rule }])

export const removeRule = (db: BrandDatabase, id: string) =>
  commit(db, 'remove rule', [{ table: 'rules', remove: id }])

/** Puts the rules in this order; ids that are missing follow as they were. */
export async function orderRules(db: BrandDatabase, ids: readonly string[]): Promise<Change> {
  const rules = await listRules(db)
  const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length)
  const ordered = rules.toSorted((a, b) => place(a.id) - place(b.id))
  const writes = ordered.map((rule, at) => ({ table: 'rules', put: { ...rule, order: at + 1 } }) as const)
  return commit(db, 'order rules', writes)
}
