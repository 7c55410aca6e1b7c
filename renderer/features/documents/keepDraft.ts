import type { BrandDatabase } from '#data/database.ts'
import { saveDraft } from '#data/documents/documents.ts'
import type { History } from '#data/history.ts'
import type { Draft } from '#shared/document/derive.ts'
import type { Document } from '#shared/document/document.ts'
import type { Drafts } from '#ui/draft/drafts.ts'

export type Shown = {
  readonly document: Document
  /** `new`: nothing was typed yet, and nothing is stored. */
  readonly state: 'new' | 'typed' | 'saving' | 'saved' | 'failed'
}
export type Edit = (draft: Draft) => Draft

/** A draft that is being written. */
export type Keeper = {
  readonly read: () => Shown
  readonly subscribe: (listener: () => void) => () => void
  /** `at once`: an act, to be taken back by itself; else saved once the person pauses. */
  readonly change: (edit: Edit, when?: 'at once') => void
  /** Saves what is not yet; false where it cannot be. */
  readonly flush: () => Promise<boolean>
  /** The window closes or the page is left: keeps at once what can be kept at once. */
  readonly leave: () => void
  /** Begins to follow changes from elsewhere. */
  readonly start: () => void
  /** Saves what is left, and follows no longer. */
  readonly stop: () => void
}

type Parts = {
  readonly db: BrandDatabase
  readonly drafts: Drafts
  readonly history: Pick<History, 'subscribe'>
  readonly first: Document
  readonly isStored: boolean
  /** Milliseconds without a key after which the draft is stored, and kept beside the database. */
  readonly pause?: number
  readonly moment?: number
}

export const draftName = (id: string): string => `document ${id}`

/**
 * Keeps a draft while it is written. What is typed is there at once in the browser's small store, which a closing window can
 * still write, and after a pause in the database, as a change that can be taken back. A change from elsewhere (an undo) is
 * shown as soon as it is stored.
 */
export function keepDraft(parts: Parts): Keeper {
  const { db, drafts, history, first, isStored, pause = 1200, moment = 250 } = parts
  const listeners = new Set<() => void>()
  const name = draftName(first.id)
  const [began, left] = [withKept(first, drafts.read(name)), drafts.read(name) !== null]
  let shown: Shown = { document: began, state: left ? 'typed' : isStored ? 'saved' : 'new' }
  let stored = isStored ? JSON.stringify(first) : null
  let running: Promise<boolean> | null = null
  let timers: readonly ReturnType<typeof setTimeout>[] = []
  let unfollow: (() => void) | null = null

  const show = (next: Shown) => {
    shown = next
    for (const listener of listeners) listener()
  }
  const rest = () => {
    for (const timer of timers) clearTimeout(timer)
    timers = []
  }
  const keep = () => {
    const { content, links } = shown.document
    drafts.keep(name, JSON.stringify({ content, links }))
  }
  const save = async (): Promise<boolean> => {
    const { document } = shown
    show({ ...shown, state: 'saving' })
    const result = await saveDraft(db, document)
    if (result.ok) stored = JSON.stringify(document)
    const isWhole = shown.document === document
    if (result.ok && isWhole) drafts.keep(name, null)
    show({ ...shown, state: result.ok ? (isWhole ? 'saved' : 'typed') : 'failed' })
    return result.ok
  }
  const flush = async (): Promise<boolean> => {
    rest()
    while (running) await running
    if (shown.state === 'new' || shown.state === 'saved') return true
    running = save()
    const done = await running
    running = null
    return done && shown.state === 'typed' ? flush() : done
  }
  const follow = async () => {
    if (running || unfollow === null) return
    const now = await db.documents.get(first.id)
    const text = now === undefined ? null : JSON.stringify(now)
    if (running || unfollow === null || text === stored || now === undefined || now.issued !== null) return
    stored = text
    rest()
    drafts.keep(name, null)
    show({ document: now, state: 'saved' })
  }
  return {
    read: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change: (edit, when) => {
      const { document } = shown
      const next = edit({ content: document.content, links: document.links })
      if (next.content === document.content && next.links === document.links) return
      show({ document: { ...document, ...next }, state: 'typed' })
      rest()
      timers = [setTimeout(keep, moment), setTimeout(() => void flush(), when === 'at once' ? 0 : pause)]
    },
    flush,
    leave: () => {
      if (shown.state === 'typed' || shown.state === 'failed') keep()
    },
    start: () => {
      unfollow ??= history.subscribe(() => void follow())
      if (shown.state === 'typed') timers = [setTimeout(() => void flush(), pause)]
    },
    stop: () => {
      unfollow?.()
      unfollow = null
      void flush()
    },
  }
}

/** With what was typed another time and never stored; what is not of its sort counts for nothing. */
function withKept(document: Document, text: string | null): Document {
  const kept = text === null ? null : parsed(text)
  if (typeof kept !== 'object' || kept === null || !('content' in kept) || !('links' in kept)) return document
  const { content, links } = kept as Draft
  const isWhole = Object.keys(document.content).every((field) => Object.hasOwn(content, field))
  return isWhole && content.kind === document.content.kind ? { ...document, content, links } : document
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // not what was written: nothing was typed
  }
}
