import type Dexie from 'dexie'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'

export type OpenError = { readonly code: 'newer' | 'unopenable' }

/** The storage engine has this long to answer, in milliseconds; a hanging one must not hang the app. */
const patience = 8000

/** Schema versions of the databases that exist, by name. Looks without opening or creating any. */
export async function installedVersions(): Promise<ReadonlyMap<string, number>> {
  const databases = await within(indexedDB.databases())
  return new Map(databases.map(({ name = '', version = 0 }) => [name, version / 10])) // Dexie stores ten times its number
}

/**
 * Opens a database, bringing an older one up to date. One that a newer app wrote is left untouched: Dexie would open
 * it all the same and write old records among new ones.
 */
export async function openDatabase(db: Dexie): Promise<Result<null, OpenError>> {
  try {
    const installed = await installedVersions()
    if ((installed.get(db.name) ?? 0) > db.verno) return err({ code: 'newer' })
    await within(db.open())
    return ok(null)
  } catch {
    db.close()
    return err({ code: 'unopenable' }) // whatever the engine says, the answer is the same: recovery
  }
}

/** Its answer, or an error where the engine gives none in time. */
export function within<T>(work: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer from the storage engine')), patience)
    work.then(resolve, reject).then(() => clearTimeout(timer))
  })
}
