import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export const journalActs = ['issue', 'void', 'payment', 'voidPayment'] as const
export type JournalAct = (typeof journalActs)[number]

/** What is written down, once and for ever, of each act that others can hold against the books. */
type Told = {
  readonly act: JournalAct
  /** Id of the document or payment. */
  readonly subject: string
  /** Number of the document; '' for a payment. */
  readonly number: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** ISO 4217 and minor units: what the document asks for (a credit note gives back), or what was paid. */
  readonly currency: string
  readonly amount: number
}

/** An entry of the journal. Its hash covers the one before, so that none can be changed, taken out or moved unseen. */
export type JournalEntry = Told & {
  /** `seq` with leading zeros, so that ids stand in order. */
  readonly id: string
  /** Counts up by one from 1. */
  readonly seq: number
  /** ISO 8601, UTC. */
  readonly time: string
  /** SHA-256 (hex) of what was issued or paid, as `canonical` writes it. */
  readonly content: string
  /** `hash` of the entry before; 64 zeros for the first. */
  readonly previous: string
  /** SHA-256 (hex) of the entry as `canonical` writes it, without this field. */
  readonly hash: string
}

const journalId = (seq: number): string => String(seq).padStart(10, '0')
const beginning = '0'.repeat(64)

/**
 * JSON with the keys of every object in the order of their UTF-16 code units and no white space, as RFC 8785 has it, for
 * values made of texts, safe integers, booleans, null, lists and plain objects. Fields that are undefined are left out.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

export const contentHash = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))))

const hashOf = ({ hash: _hash, ...entry }: JournalEntry): string => contentHash(entry)

/** The entry after `last`; `content` is what it tells of, as it is stored. */
export function nextEntry(
  last: JournalEntry | null,
  told: Told,
  content: object,
  time: string,
): JournalEntry {
  const seq = (last?.seq ?? 0) + 1
  const entry = {
    ...told,
    id: journalId(seq),
    seq,
    time,
    content: contentHash(content),
    previous: last?.hash ?? beginning,
    hash: '',
  }
  return { ...entry, hash: hashOf(entry) }
}

/** What is wrong with a journal, by the entry (`seq`) at which it shows. */
export type JournalFault = {
  readonly code:
    | 'changed' // the entry is not what its hash says
    | 'missing' // entries before it are gone
    | 'moved' // it stands where another should
    | 'not-linked' // it does not name the entry before
    | 'content-changed' // what it tells of is stored differently
    | 'content-missing' // what it tells of is gone
  readonly seq: number
}

type Fault = JournalFault['code']

/**
 * What is wrong with an entry that stands after `before`; `content` is what it tells of as it is stored now, null where that
 * is gone, undefined where it is not to be looked at.
 */
export function checkEntry(
  before: JournalEntry | null,
  entry: JournalEntry,
  content: object | null | undefined,
): readonly Fault[] {
  const expected = (before?.seq ?? 0) + 1
  const place = (): Fault[] => {
    if (entry.seq > expected) return ['missing']
    if (entry.seq < expected) return ['moved']
    return entry.previous === (before?.hash ?? beginning) ? [] : ['not-linked']
  }
  const told = (): Fault[] => {
    if (content === undefined) return []
    if (content === null) return ['content-missing']
    return contentHash(content) === entry.content ? [] : ['content-changed']
  }
  return [...(hashOf(entry) === entry.hash ? [] : ['changed' as const]), ...place(), ...told()]
}

/** Checks entries as they stand, in their order. An empty list: nothing was changed, taken out or moved. */
export const verifyJournal = (
  entries: readonly JournalEntry[],
  contentOf: (entry: JournalEntry) => object | null | undefined = () => undefined,
): readonly JournalFault[] =>
  entries.flatMap((entry, at) =>
    checkEntry(entries[at - 1] ?? null, entry, contentOf(entry)).map((code) => ({ code, seq: entry.seq })),
  )
