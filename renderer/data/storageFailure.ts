import Dexie from 'dexie'
import { err } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'

export type StorageFailure = { readonly code: 'disk-full' | 'storage-failed' }

const told = new WeakMap<Error, StorageFailure>()

/** What the machine did to an act on the database; null for a bug. */
function storageFailureOf(error: unknown): StorageFailure | null {
  if (!(error instanceof Error)) return null
  const known = told.get(error)
  if (known !== undefined || !(error instanceof Dexie.DexieError)) return known ?? null
  const names = [error.name, error.inner instanceof Error ? error.inner.name : '']
  return { code: names.includes('QuotaExceededError') ? 'disk-full' : 'storage-failed' }
}

/** Runs one act on the database; what the machine does to it becomes a plain error, bugs stay thrown. */
export async function storing<T, E>(
  act: () => Promise<Result<T, E>>,
): Promise<Result<T, E | StorageFailure>> {
  try {
    return await act()
  } catch (error) {
    const failure = storageFailureOf(error)
    if (failure === null) throw error
    return err(failure)
  }
}

/**
 * Runs one act that stores all or nothing, for callers of which most have no words of their own for a machine that does
 * not take it: what nobody catches, the window tells (`notStored`).
 */
export async function orNotStored<T>(act: () => PromiseLike<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const failure = isBug(error) ? null : storageFailureOf(error)
    if (failure === null) throw error
    const thrown = new Error(failure.code, { cause: error })
    told.set(thrown, failure)
    throw thrown
  }
}

const bugs = ['DataCloneError', 'DataError', 'ConstraintError', 'InvalidArgumentError', 'InvalidTableError']
const isBug = (error: unknown): boolean => error instanceof Error && bugs.includes(error.name)

/** Whether an error nobody caught says that something was not stored. */
export const notStored = (error: unknown): StorageFailure | null =>
  error instanceof Error ? (told.get(error) ?? null) : null
