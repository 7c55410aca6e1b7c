import { z } from 'zod'

// zod's compiled parsers need `new Function`, which the content policy forbids wherever this table is read in the window
z.config({ jitless: true })

/** Grows when a reader of the version before could not read a backup any more. */
export const formatVersion = 1
export const manifestName = 'manifest.json'

/** What made the app write a backup. */
export const reasons = [
  'by-hand',
  'quit',
  'daily',
  'before-import',
  'before-upgrade',
  'before-restore',
] as const
export type Reason = (typeof reasons)[number]

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const count = z.number().int().nonnegative()
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/)

/** `tables/<table>.ndjson`, `bytes/<sha256>`, `files/<sha256>.gz`; nothing else is ever in a backup. */
export const entryName = z
  .string()
  .regex(/^(tables\/[a-zA-Z][a-zA-Z0-9]{0,39}\.ndjson|bytes\/[0-9a-f]{64}|files\/[0-9a-f]{64}\.gz)$/)

/** The name of the table an entry holds, or null. */
export const tableOf = (name: string): string | null => /^tables\/(\w+)\.ndjson$/.exec(name)?.[1] ?? null
export const tableEntry = (table: string) => `tables/${table}.ndjson`
export const bytesEntry = (hash: string) => `bytes/${hash}`
export const fileEntry = (hash: string) => `files/${hash}.gz`

const entry = z.strictObject({
  name: entryName,
  /** Bytes before the zip compresses them, and their SHA-256. */
  size: count,
  sha256,
  /** Of tables alone: how many lines. */
  rows: count.optional(),
})
export type BackupEntry = z.infer<typeof entry>

/** What a backup says of itself beside its entries. */
const about = {
  /** Version of the app that wrote it, and of the database's schema. */
  app: z.string().max(40),
  schema: z.number().int().positive(),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  reason: z.enum(reasons),
  /** `id` stays the same over restores, `database` names the database it was read from. */
  brand: z.strictObject({ id: uuid, database: uuid, name: z.string().max(200) }),
  /** The last row of `changes`; seq 0 and no id where there is none. */
  lastChange: z.strictObject({ seq: count, id: z.string().max(64) }),
  /** Book pages. */
  pages: count,
  /** What the app counted when it wrote it; for people, nothing is read from it. */
  sales: z.strictObject({ count, from: day, to: day }).nullable(),
}

export const manifest = z.strictObject({
  format: z.literal('microbrand-backup'),
  formatVersion: z.literal(formatVersion),
  ...about,
  /** Imported files (SHA-256 of their content) whose kept copy was not there any more. */
  missingFiles: z.array(sha256),
  entries: z.array(entry),
})
export type Manifest = z.infer<typeof manifest>

/** What a list of backups needs to know. */
export const summary = z.strictObject({
  ...about,
  /** Rows by table, and how many imported files lie beside them. */
  rows: z.record(z.string().max(40), count),
  files: count,
  missingFiles: count,
  /** Bytes of all entries before compression. */
  content: count,
})
export type BackupSummary = z.infer<typeof summary>

export function summaryOf({ entries, missingFiles, ...rest }: Manifest): BackupSummary {
  const { format: _format, formatVersion: _version, ...said } = rest
  const tables = entries.flatMap(({ name, rows }) => {
    const table = tableOf(name)
    return table === null ? [] : [[table, rows ?? 0] as const]
  })
  return {
    ...said,
    rows: Object.fromEntries(tables),
    files: entries.filter(({ name }) => name.startsWith('files/')).length,
    missingFiles: missingFiles.length,
    content: entries.reduce((sum, { size }) => sum + size, 0),
  }
}
