import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { commit } from './commit.ts'
import type { Change, Image, Write } from './commit.ts'
import type { BrandDatabase, BrandRecords } from './database.ts'
import { redoImport, undoImport } from './importHistory.ts'
import type { BookOwner } from './importHistory.ts'

/** A change that can be taken back or brought back: its number and the name its sentence is kept under. */
export type Step = { readonly seq: number; readonly name: string }

export type HistoryState = { readonly undo: Step | null; readonly redo: Step | null }

/** `kept`: records somebody else has changed since; they stay as they are. */
export type Reverted = { readonly step: Step; readonly kept: number }
export type RevertFailure = { readonly code: 'storage-failed' | 'swept' }

/** Takes back and brings back what a person changed, one change at a time; goes on across restarts. */
export type History = {
  readonly state: () => HistoryState
  /** null where there is nothing to take back. */
  readonly undo: () => Promise<Result<Reverted, RevertFailure> | null>
  readonly redo: () => Promise<Result<Reverted, RevertFailure> | null>
  /** Takes back this change if it is the last one; used by a toast, which may have been overtaken. */
  readonly undoStep: (seq: number) => Promise<Result<Reverted, RevertFailure> | null>
  readonly subscribe: (listener: () => void) => () => void
}

/** How many changes can be taken back. */
const depth = 200
/** The app's own housekeeping is nobody's to take back. */
const notUndone = new Set(['sweep undone imports', 'give up damaged imports'])

/**
 * A step of several changes: a draft is saved at each pause of typing, which are one act to a person. `since` is the
 * first of them, `seq` the last; `typing` says of which record, and when (milliseconds).
 */
type Kept = Step & {
  readonly since: number
  readonly typing: { readonly id: string; readonly began: number; readonly last: number } | null
}
type Stacks = { readonly undo: readonly Kept[]; readonly redo: readonly Kept[] }
const empty: Stacks = { undo: [], redo: [] }
/** What is saved without being asked to, and how long one step of it lasts at most, in milliseconds. */
const typed = new Set(['save document'])
const longestPause = 15_000
const longestStep = 120_000

function keptOf({ seq, name, images, time }: Change): Kept {
  const [image] = images
  const isTyping = typed.has(name) && images.length === 1 && image !== undefined && image.before !== null
  const at = Date.parse(time)
  return { seq, name, since: seq, typing: isTyping ? { id: image.id, began: at, last: at } : null }
}

/** One step of both, where the later change only goes on with what the earlier began. */
function joined(before: Kept | undefined, next: Kept): Kept | null {
  if (!before?.typing || next.typing?.id !== before.typing.id) return null
  const { began, last } = before.typing
  if (next.typing.last - last > longestPause || next.typing.last - began > longestStep) return null
  return { ...next, since: before.since, typing: { ...next.typing, began } }
}

/** The stacks after one more change. */
function withChange({ undo, redo }: Stacks, change: Change): Stacks {
  const { name, images, undoes, redoes } = change
  if (undoes !== undefined) {
    const step = undo.find((one) => one.seq === undoes)
    return { undo: undo.filter((one) => one !== step), redo: step ? [...redo, step] : redo }
  }
  if (redoes !== undefined) {
    const step = redo.find((one) => one.seq === redoes)
    return { undo: step ? [...undo, step] : undo, redo: redo.filter((one) => one !== step) }
  }
  if (!isUndoable(name, images)) return { undo, redo }
  const next = keptOf(change)
  const one = joined(undo.at(-1), next)
  return { undo: one ? [...undo.slice(0, -1), one] : [...undo, next].slice(-depth), redo: [] }
}

function isUndoable(name: string, images: readonly Image[]): boolean {
  if (notUndone.has(name) || images.length === 0) return false
  // What a brand began with, what stands in the journal of documents, and imports that took the place of damaged ones.
  if (images.some(({ table, id, before }) => table === 'settings' && id === 'profile' && before === null))
    return false
  if (images.some(({ table }) => table === 'journal')) return false
  return !images.some(({ table }) => table === 'imports') || images.length === 1
}

/** Reads far enough back that `depth` changes are found, though each may have been taken back and brought back. */
const readBack = depth * 3

export async function openHistory(
  owner: BookOwner,
): Promise<{ readonly history: History; readonly add: (change: Change) => void }> {
  const { db } = owner
  let stacks = (await db.changes.orderBy('seq').reverse().limit(readBack).toArray())
    .reverse()
    .reduce(withChange, empty)
  const listeners = new Set<() => void>()
  let turn: Promise<unknown> = Promise.resolve()

  /** One after the other: keys can be faster than the disk. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = turn.then(act)
    turn = done.catch(() => {}) // the caller has the error
    return done
  }
  const step = (way: 'undo' | 'redo', wanted?: number) =>
    inTurn(async () => {
      const top = stacks[way].at(-1)
      if (!top || (wanted !== undefined && top.seq !== wanted)) return null
      return revert(owner, top, way)
    })
  const top = (steps: readonly Kept[]): Step | null => {
    const last = steps.at(-1)
    return last === undefined ? null : { seq: last.seq, name: last.name }
  }
  let state: HistoryState = { undo: top(stacks.undo), redo: top(stacks.redo) }
  const history: History = {
    state: () => state,
    undo: () => step('undo'),
    redo: () => step('redo'),
    undoStep: (seq) => step('undo', seq),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const add = (change: Change) => {
    stacks = withChange(stacks, change)
    state = { undo: top(stacks.undo), redo: top(stacks.redo) }
    for (const listener of listeners) listener()
  }
  return { history, add }
}

async function revert(
  owner: BookOwner,
  { since, typing: _typing, ...step }: Kept,
  way: 'undo' | 'redo',
): Promise<Result<Reverted, RevertFailure>> {
  const meta = way === 'undo' ? { undoes: step.seq } : { redoes: step.seq }
  const images = await imagesOf(owner.db, since, step.seq)
  const ofImport = images.find(({ table }) => table === 'imports')
  if (ofImport) {
    const target = (way === 'undo' ? ofImport.before : ofImport.after) as { readonly status?: string } | null
    const brings = target?.status === 'done'
    const now = (await owner.db.imports.get(ofImport.id))?.status ?? 'swept'
    if (now === 'swept' || brings === (now === 'done')) {
      await commit(owner.db, step.name, [], meta) // nothing is left to do: the steps before it can be reached
      return now === 'swept' && brings ? err({ code: 'swept' }) : ok({ step, kept: 0 })
    }
    const moved = brings
      ? await redoImport(owner, ofImport.id, meta)
      : await undoImport(owner, ofImport.id, meta)
    return moved.ok ? ok({ step, kept: 0 }) : moved
  }
  const { writes, kept } = await writesTo(owner.db, images, way)
  await commit(owner.db, step.name, writes, meta)
  return ok({ step, kept })
}

/** Of a step of several changes: from before the first of them to after the last. */
async function imagesOf(db: BrandDatabase, since: number, seq: number): Promise<readonly Image[]> {
  const [first, last] = await db.changes.bulkGet([since, seq])
  const images = last?.images ?? []
  if (since === seq) return images
  return images.map((image) => ({ ...image, before: first?.images[0]?.before ?? image.before }))
}

/** What leads back to before (or forward to after) the images; records changed by something else since are left alone. */
async function writesTo(
  db: BrandDatabase,
  images: readonly Image[],
  way: 'undo' | 'redo',
): Promise<{ readonly writes: readonly Write<BrandRecords>[]; readonly kept: number }> {
  const ordered = way === 'undo' ? images.toReversed() : images
  const now = new Map<string, object | null>()
  for (const table of new Set(ordered.map((image) => image.table))) {
    const ids = [...new Set(ordered.filter((image) => image.table === table).map(({ id }) => id))]
    const stored = await db.table<object, string>(table).bulkGet(ids)
    ids.forEach((id, at) => now.set(`${table} ${id}`, stored[at] ?? null))
  }
  const writes: Write<BrandRecords>[] = []
  let kept = 0
  for (const { table, id, before, after } of ordered) {
    const [from, to] = way === 'undo' ? [after, before] : [before, after]
    if (!isSame(now.get(`${table} ${id}`) ?? null, from)) {
      kept++
      continue
    }
    now.set(`${table} ${id}`, to)
    writes.push((to === null ? { table, remove: id } : { table, put: to }) as Write<BrandRecords>)
  }
  return { writes, kept }
}

/** Records are plain data that the storage engine keeps with their fields in order. */
const isSame = (a: unknown, b: unknown): boolean => {
  if (a instanceof Uint8Array && b instanceof Uint8Array)
    return a.length === b.length && a.every((byte, at) => byte === b[at])
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [own, other] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    own.length === other.size &&
    own.every(([name, value]) => other.has(name) && isSame(value, other.get(name)))
  )
}
