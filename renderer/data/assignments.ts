import type { AssignmentRule } from '#shared/assignments/assignment.ts'
import { saleAssignmentId, saleAssignmentsAfter } from '#shared/assignments/saleWords.ts'
import type { AssignmentAfter, SaleWords } from '#shared/assignments/saleWords.ts'
import type { SaleKeys } from '#shared/book/saleKeys.ts'
import { commit, commitFrom } from './commit.ts'
import type { Change, Write } from './commit.ts'
import type { BrandDatabase, BrandRecords } from './database.ts'
import type { BookClient } from './services.ts'
import { uuidv7 } from './uuid.ts'

type Sales = { readonly db: BrandDatabase; readonly book: Pick<BookClient, 'saleKeys'> }

/** Assignments as they would be; null removes one that says nothing any more. By the keys of sales. */
export async function assignmentsAfter(
  { db, book }: Sales,
  keys: readonly string[],
  words: SaleWords,
): Promise<readonly AssignmentAfter[]> {
  return storedAfter(db, await book.saleKeys(keys), words)
}

/** Says the same of all these sales, in one change, whatever was said of them under another of their keys. */
export async function assignSales(
  { db, book }: Sales,
  keys: readonly string[],
  words: SaleWords,
): Promise<Change> {
  const sales = await book.saleKeys(keys)
  return commitFrom(db, nameOf(words), ['assignments'], async () =>
    (await storedAfter(db, sales, words)).map(({ id, record }): Write<BrandRecords> =>
      record === null ? { table: 'assignments', remove: id } : { table: 'assignments', put: record },
    ),
  )
}

async function storedAfter(
  db: BrandDatabase,
  sales: readonly SaleKeys[],
  words: SaleWords,
): Promise<readonly AssignmentAfter[]> {
  const ids = sales.flatMap(({ keys }) => keys.map(saleAssignmentId))
  const found = await db.assignments.bulkGet(ids)
  const stored = new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])))
  const last = await db.changes.orderBy('seq').last()
  return saleAssignmentsAfter(sales, stored, words, (last?.seq ?? 0) + 1)
}

function nameOf({ hidden, note, stream }: SaleWords): string {
  if (hidden !== undefined) return hidden ? 'hide sales' : 'show sales'
  if (note !== undefined) return 'note sale'
  return stream === undefined ? 'tag sales' : 'assign stream'
}

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
