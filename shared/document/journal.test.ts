import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, contentHash, nextEntry, verifyJournal } from './journal.ts'
import type { JournalEntry } from './journal.ts'

const told = (number: string, amount: number) =>
  ({
    act: 'issue',
    subject: `document ${number}`,
    number,
    day: '2026-03-01',
    currency: 'EUR',
    amount,
  }) as const

const at = (entries: readonly JournalEntry[], place: number): JournalEntry => {
  const entry = entries[place]
  if (entry === undefined) throw new Error(`no entry at ${place}`)
  return entry
}

/** A journal of invoices 1 to `count`, and what they tell of. */
function journal(count: number): { readonly entries: JournalEntry[]; readonly contents: object[] } {
  const entries: JournalEntry[] = []
  const contents: object[] = []
  for (let place = 0; place < count; place++) {
    const content = { number: String(place + 1), lines: [{ title: 'Läuse & Flöhe', price: '12.50' }] }
    contents.push(content)
    entries.push(
      nextEntry(entries.at(-1) ?? null, told(content.number, 1250), content, '2026-03-01T10:00:00.000Z'),
    )
  }
  return { entries, contents }
}

test('keys stand in the order of their code units, and what is undefined is left out', () => {
  expect(canonical({ b: [1, { d: null, c: 'é"\n' }], a: true, e: undefined, B: -3 })).toBe(
    '{"B":-3,"a":true,"b":[1,{"c":"é\\"\\n","d":null}]}',
  )
})

test('hashes are SHA-256 of the UTF-8 text, as any other program works them out', () => {
  const value = { name: 'Größe — ½', amount: 1250 }
  const text = '{"amount":1250,"name":"Größe — ½"}'
  expect(contentHash(value)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
})

test('a journal nobody touched has no fault, with what it tells of and without', () => {
  const { entries, contents } = journal(5)
  expect(verifyJournal(entries)).toEqual([])
  expect(verifyJournal(entries, ({ seq }) => contents[seq - 1] ?? null)).toEqual([])
  expect(verifyJournal([])).toEqual([])
})

test('a changed field is found at its entry', () => {
  const { entries } = journal(5)
  entries[2] = { ...at(entries, 2), amount: 1251 }
  expect(verifyJournal(entries)).toEqual([{ code: 'changed', seq: 3 }])
})

test('an entry that was changed and hashed anew no longer fits the one after it', () => {
  const { entries } = journal(5)
  const forged = nextEntry(at(entries, 1), told('3', 9999), {}, '2026-03-01T10:00:00.000Z')
  entries[2] = forged
  expect(verifyJournal(entries)).toEqual([{ code: 'not-linked', seq: 4 }])
})

test('a missing entry is found at the one after it', () => {
  const { entries } = journal(5)
  entries.splice(2, 1)
  expect(verifyJournal(entries)).toEqual([{ code: 'missing', seq: 4 }])
  entries.shift()
  expect(verifyJournal(entries)[0]).toEqual({ code: 'missing', seq: 2 })
})

test('two swapped entries are found', () => {
  const { entries } = journal(5)
  const [second, third] = [at(entries, 1), at(entries, 2)]
  entries.splice(1, 2, third, second)
  expect(verifyJournal(entries).map(({ code, seq }) => `${code} ${seq}`)).toEqual([
    'missing 3',
    'moved 2',
    'missing 4',
  ])
})

test('a document that was changed behind the journal’s back, or is gone, is found', () => {
  const { entries, contents } = journal(3)
  contents[1] = { ...contents[1], number: '7' }
  contents.pop()
  expect(verifyJournal(entries, ({ seq }) => contents[seq - 1] ?? null)).toEqual([
    { code: 'content-changed', seq: 2 },
    { code: 'content-missing', seq: 3 },
  ])
})

test('whatever single field of whatever entry changes, it is found', () => {
  const { entries } = journal(6)
  fc.assert(
    fc.property(
      fc.nat(5),
      fc.constantFrom(
        'act',
        'subject',
        'number',
        'day',
        'currency',
        'amount',
        'time',
        'content',
        'previous',
        'hash',
        'seq',
      ),
      fc.oneof(fc.string(), fc.integer()),
      (place, field, value) => {
        const entry = at(entries, place)
        fc.pre(entry[field as keyof JournalEntry] !== value)
        const changed = entries.with(place, { ...entry, [field]: value } as JournalEntry)
        expect(verifyJournal(changed)).not.toEqual([])
      },
    ),
  )
})
