import Dexie from 'dexie'
import { err } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'

export type StorageFailure = { readonly code: 'disk-full' | 'storage-failed' }

/** Runs one act on the database; what the machine does to it becomes a plain error, bugs stay thrown. */
export async function storing<T, E>(
  act: () => Promise<Result<T, E>>,
): Promise<Result<T, E | StorageFailure>> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Dexie.DexieError)) throw error
    const names = [error.name, error.inner instanceof Error ? error.inner.name : '']
    return err({ code: names.includes('QuotaExceededError') ? 'disk-full' : 'storage-failed' })
  }
}
