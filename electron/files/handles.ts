import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { ChosenFile } from '#shared/ipc/contract.ts'

/** Bytes that can be read again and again, from the disk or from memory. */
export type Source = { readonly name: string; readonly size: number; readonly open: () => Promise<Readable> }

/** What the window may read. It knows a file by a random handle only, never by its path. */
export type Handles = {
  readonly add: (source: Source) => ChosenFile
  readonly find: (handle: string) => Source | undefined
  readonly release: (handles: readonly string[]) => void
}

export function createHandles(): Handles {
  const sources = new Map<string, Source>()
  return {
    add: (source) => {
      const handle = randomBytes(16).toString('hex')
      sources.set(handle, source)
      return { handle, name: source.name, size: source.size }
    },
    find: (handle) => sources.get(handle),
    release: (handles) => {
      for (const handle of handles) sources.delete(handle)
    },
  }
}
