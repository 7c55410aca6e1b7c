import { z } from 'zod'
import { origin } from '#shared/identity.ts'
import { backupFailures } from '#shared/ipc/backupMessages.ts'
import { entryName } from './manifest.ts'

/*
 * The bytes of a backup go straight between the worker that knows the database and the main process, past the window:
 * sent as the body of `POST app://microbrand/backup/<handle>/<entry>` (`?more` if the entry goes on), read from the same
 * address. A part is answered when its bytes are on their way to the disk.
 */

/** Bytes of one part at most: small enough that nobody's memory notices, large enough to be worth the way. */
export const partSize = 1024 ** 2

export const partAddress = (handle: string, entry: string, more = false): string =>
  `${origin}/backup/${handle}/${entry}${more ? '?more' : ''}`

export type EntryAddress = { readonly handle: string; readonly entry: string }

/** Reads the path of such an address. */
export function readEntryPath(path: string): EntryAddress | null {
  const [, handle, entry] = /^\/backup\/([0-9a-f]{32})\/(.+)$/.exec(path) ?? []
  if (handle === undefined || !entryName.safeParse(entry).success) return null
  return { handle, entry: entry ?? '' }
}

/** The answer to a part. */
export const partReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), code: z.enum(backupFailures) }),
])
export type PartReply = z.infer<typeof partReply>
