import 'fake-indexeddb/auto'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import { newDraft, saveDraft, voidDocument } from '#data/documents/documents.ts'
import { exportJournal } from '#data/documents/exportJournal.ts'
import { issueDocument } from '#data/documents/issue.ts'
import { recordPayments } from '#data/documents/payments.ts'
import { verifyDocuments } from '#data/documents/verify.ts'
import { saveBusiness } from '#data/settings.ts'
import { business, draft } from '#shared/document/inTests.ts'

// The script shares no code with the app: that both find the same seals is the proof of either.

const now = '2026-03-02T09:00:00.000Z'
const day = '2026-03-02'
const folder = mkdtempSync(join(tmpdir(), 'microbrand-journal-'))
afterAll(() => rmSync(folder, { recursive: true }))

let lines: readonly string[] = []
let head = ''
let ended = ''

function done(result: { readonly ok: boolean }): void {
  if (!result.ok) throw new Error(JSON.stringify(result))
}

/** 45 invoices (more than are read at once), one of them void, and a payment for another. */
beforeAll(async () => {
  const db = new BrandDatabase('journal')
  const profile = { name: 'Tide & Fern', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' }
  const value = { ...profile, accent: '#0f766e', niche: '', logo: null, createdAt: now, sample: false }
  await db.settings.put({ id: 'profile', value })
  await saveBusiness(db, business)
  const ids: string[] = []
  for (let at = 0; at < 45; at++) {
    const one = newDraft(draft({ subject: `Läuse & Flöhe \u2028 \uD83E\uDD9F ${at}` }), now)
    await saveDraft(db, one)
    done(await issueDocument(db, one.id, day, now))
    ids.push(one.id)
  }
  const [first = '', second = ''] = ids
  done(await voidDocument(db, first, { day, reason: 'typed twice' }, now))
  const paid = { kind: 'payment', day, currency: 'EUR', amount: 23_800, fee: 0, client: null } as const
  const told = { ...paid, documents: [second], shares: [23_800], method: 'bank', reference: '', note: '' }
  done(await recordPayments(db, [told], now))
  const written: string[] = []
  const saved = await exportJournal(
    db,
    {
      beginSave: async () => ({ ok: true, save: 's' }),
      writeSave: async ({ bytes }) => {
        written.push(new TextDecoder().decode(bytes))
        return { ok: true }
      },
      endSave: async ({ keep }) => ({ ok: true, name: keep ? 'kept' : 'dropped' }),
    },
    'Journal.json',
  )
  done(saved)
  ended = saved.ok ? saved.name : ''
  lines = written.join('').split('\n')
  head = (await verifyDocuments(db)).head
  db.close()
})

function verify(text: string, ...more: readonly string[]) {
  const file = join(folder, 'journal.json')
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/verify-journal.mjs', file, ...more],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}
const whole = () => lines.join('\n')
const without = (from: number, count: number) => lines.toSpliced(from, count).join('\n')

test('an exported journal is JSON, and a program of its own finds it whole and names the seal the app names', () => {
  expect(ended).toBe('kept')
  const { entries } = JSON.parse(whole()) as { readonly entries: readonly unknown[] }
  expect(entries).toHaveLength(47)
  const { status, stdout } = verify(whole())
  expect(stdout).toBe(`47 entries: nothing was changed, taken out or moved.\nLast seal: ${head}\n`)
  expect(status).toBe(0)
})

test.each([
  ['of an entry', '"amount":23800,"id":', '"amount":23801,"id":', 'was changed'],
  [
    'of a document',
    '"unitPrice":"100"',
    '"unitPrice":"101"',
    'entry 1 (issue 2026-0001): what it tells of was changed',
  ],
  ['of a void', '"typed twice"', '"typed thrice"', 'entry 46 (void 2026-0001): what it tells of was changed'],
  ['of a payment', '"method":"bank"', '"method":"cash"', 'what it tells of was changed'],
])('a changed byte %s is found', (_, from, to, words) => {
  expect(whole()).toContain(from)
  const { status, stdout } = verify(whole().replace(from, to))
  expect(status).toBe(1)
  expect(stdout).toContain(words)
})

test('a missing entry is found', () => {
  const { status, stdout } = verify(without(20, 1))
  expect(status).toBe(1)
  expect(stdout).toContain('entry 21 (issue 2026-0021): entries before it are missing')
})

test('two swapped entries are found', () => {
  const [one = '', other = ''] = [lines[5], lines[6]]
  const { status, stdout } = verify(lines.toSpliced(5, 2, other, one).join('\n'))
  expect(status).toBe(1)
  expect(stdout).toContain('entry 5 (issue 2026-0005): it stands in the wrong place')
})

test('entries cut off at the end are noticed by who kept the last seal, and by nobody else', () => {
  const cut = without(lines.length - 4, 2)
  expect(verify(cut).status).toBe(0)
  const { status, stdout } = verify(cut, head)
  expect(status).toBe(1)
  expect(stdout).toContain('entries are missing at its end')
  expect(verify(whole(), head).status).toBe(0)
})

test('half a file, another file and no file are no journal', () => {
  expect(verify(whole().slice(0, 20_000))).toMatchObject({ status: 2, stderr: 'the file is not whole\n' })
  expect(verify('{"entries":[]}')).toMatchObject({ status: 2, stderr: 'this is no exported journal\n' })
  const { status } = spawnSync(process.execPath, ['scripts/verify-journal.mjs', join(folder, 'none')])
  expect(status).toBe(2)
})
