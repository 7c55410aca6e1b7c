import { entryName, manifestName } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import type { Refusal } from './refusal.ts'

/** An entry as the directory at the end of a zip tells of it. */
export type ZipEntry = {
  readonly name: string
  readonly size: number
  readonly packedSize: number
  readonly isLink: boolean
  readonly isEncrypted: boolean
  /** Whether it is stored as it is or deflated; there is no other way in a backup. */
  readonly isReadable: boolean
}

/** More is no backup of one person's brand; what claims it is made to fill the disk or the memory. */
export const limits = {
  entries: 200_000,
  manifest: 64 * 1024 ** 2,
  entry: 4 * 1024 ** 3,
  content: 64 * 1024 ** 3,
  /** How many times its size on disk a backup may unpack to; real ones reach 20. */
  ratio: 200,
}

/** Looks at names, kinds and claimed sizes, before a byte is unpacked. */
export function checkDirectory(found: readonly ZipEntry[], fileSize: number): Refusal | null {
  if (found.length > limits.entries) return 'too-large'
  const names = new Set<string>()
  let content = 0
  for (const entry of found) {
    const refusal = checkOne(entry)
    if (refusal !== null) return refusal
    if (names.has(entry.name)) return 'duplicate-entry'
    names.add(entry.name)
    content += entry.size
  }
  if (content > limits.content || content > (fileSize + 1024) * limits.ratio) return 'too-large'
  return names.has(manifestName) ? null : 'not-a-backup'
}

function checkOne({ name, size, isLink, isEncrypted, isReadable }: ZipEntry): Refusal | null {
  if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-zA-Z]:|[\\\0]/.test(name)) return 'unsafe-name'
  if (isLink) return 'link'
  if (name !== manifestName && !entryName.safeParse(name).success) return 'unknown-entry'
  if (isEncrypted) return 'encrypted'
  if (!isReadable) return 'unreadable'
  return size > (name === manifestName ? limits.manifest : limits.entry) ? 'too-large' : null
}

/** Compares the zip's directory with what the manifest says must be there. */
export function checkAgainst({ entries }: Manifest, found: readonly ZipEntry[]): Refusal | null {
  const said = new Map(entries.map((entry) => [entry.name, entry]))
  if (said.size !== entries.length) return 'duplicate-entry'
  for (const { name, size } of found) {
    if (name === manifestName) continue
    const entry = said.get(name)
    if (entry === undefined) return 'unknown-entry'
    if (entry.size !== size) return 'wrong-size'
    said.delete(name)
  }
  return said.size === 0 ? null : 'missing-entry'
}
