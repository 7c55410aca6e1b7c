import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import { newDraft, saveDraft } from '#data/documents/documents.ts'
import { openHistory } from '#data/history.ts'
import type { BookOwner } from '#data/importHistory.ts'
import { draft } from '#shared/document/inTests.ts'
import { memoryDrafts } from '#ui/draft/drafts.ts'
import { draftName, keepDraft } from './keepDraft.ts'

const open: BrandDatabase[] = []
afterEach(() => {
  for (const db of open.splice(0)) db.close()
})

async function start() {
  let told: (change: Parameters<Awaited<ReturnType<typeof openHistory>>['add']>[0]) => void = () => {}
  const db = new BrandDatabase(crypto.randomUUID(), async (_db, change) => told(change))
  open.push(db)
  const { history, add } = await openHistory({ db } as BookOwner)
  told = add
  const made = newDraft(draft(), '2026-03-02T09:00:00.000Z')
  const drafts = memoryDrafts()
  const keeper = (isStored: boolean, first = made) => {
    const kept = keepDraft({ db, drafts, history, first, isStored, pause: 20, moment: 1 })
    kept.start()
    return kept
  }
  const subject = async () => (await db.documents.get(made.id))?.content.subject
  return { db, history, made, drafts, keeper, subject }
}
type Kept = ReturnType<typeof keepDraft>
const type = (kept: Kept, subject: string, when?: 'at once') =>
  kept.change(({ content, links }) => ({ content: { ...content, subject }, links }), when)

test('a draft nobody typed in is not stored', async () => {
  const { db, keeper } = await start()
  const kept = keeper(false)
  expect(await kept.flush()).toBe(true)
  kept.stop()
  expect(await db.documents.count()).toBe(0)
})

test('what is typed is stored after a pause, all of it, and nothing is left beside the database', async () => {
  const { keeper, subject, drafts, made } = await start()
  const kept = keeper(false)
  for (const text of ['L', 'Lo', 'Logo']) type(kept, text)
  expect(kept.read().state).toBe('typed')
  await expect.poll(subject).toBe('Logo')
  await expect.poll(() => kept.read().state).toBe('saved')
  expect(drafts.read(draftName(made.id))).toBeNull()
})

test('what a closing window could not store is there when the draft opens again, and is stored', async () => {
  const { db, keeper, subject, made, history, drafts } = await start()
  await saveDraft(db, made)
  const kept = keepDraft({ db, drafts, history, first: made, isStored: true, pause: 60_000 })
  type(kept, 'Logo')
  kept.leave()
  expect(await subject()).toBe('')
  const again = keeper(true)
  expect(again.read().document.content.subject).toBe('Logo')
  await expect.poll(subject).toBe('Logo')
})

test('what is kept beside the database counts for nothing where it is no draft', async () => {
  const { keeper, drafts, made } = await start()
  drafts.keep(draftName(made.id), '{"content":{"subject":"x"},"links":{}}')
  expect(keeper(true).read().document).toEqual(made)
})

test('an act that is taken back is taken back on the screen, too', async () => {
  const { keeper, history, db, made } = await start()
  await saveDraft(db, made)
  const kept = keeper(true)
  type(kept, 'Logo', 'at once')
  await expect.poll(() => kept.read().state).toBe('saved')
  await history.undo()
  await expect.poll(() => kept.read().document.content.subject).toBe('')
  await history.redo()
  await expect.poll(() => kept.read().document.content.subject).toBe('Logo')
})

test('typing that goes on while a draft is stored is stored next', async () => {
  const { keeper, subject } = await start()
  const kept = keeper(false)
  type(kept, 'L')
  const flushed = kept.flush()
  type(kept, 'Logo')
  expect(await flushed).toBe(true)
  expect(await subject()).toBe('Logo')
})

test('a draft that was issued meanwhile is not changed any more, and says so', async () => {
  const { db, keeper, subject, made } = await start()
  const kept = keeper(false)
  type(kept, 'Logo')
  await kept.flush()
  const stored = await db.documents.get(made.id)
  if (stored) await db.documents.put({ ...stored, issued: {} as never }) // oxlint-disable-line -- as a second window would
  type(kept, 'Other')
  expect(await kept.flush()).toBe(false)
  expect([kept.read().state, await subject()]).toEqual(['failed', 'Logo'])
})
