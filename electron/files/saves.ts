import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { Output } from '#shared/ipc/contract.ts'
import { type Disk, writeFailure } from './disk.ts'
import { beginAtomically } from './writeAtomically.ts'

type Open = Awaited<ReturnType<typeof beginAtomically>> & { readonly name: string }

/** Files that come in parts. The window knows each by a random handle, never by its place. */
export type Saves = {
  /** `null`: the person cancelled. */
  readonly begin: (path: string | null) => Promise<Output<'beginSave'>>
  readonly write: (save: string, bytes: Uint8Array) => Promise<Output<'writeSave'>>
  readonly end: (save: string, keep: boolean) => Promise<Output<'endSave'>>
  /** The window that sent the parts is gone: nothing of them stays. */
  readonly dropAll: () => Promise<void>
}

const failed = <const C extends string>(code: C) => ({ ok: false, error: { code } }) as const

export function createSaves(disk: Disk): Saves {
  const open = new Map<string, Open>()
  const take = (save: string): Open | undefined => {
    const one = open.get(save)
    open.delete(save)
    return one
  }
  return {
    begin: async (path) => {
      if (path === null) return failed('cancelled')
      try {
        const begun = await beginAtomically(disk, dirname(path))
        const save = randomBytes(16).toString('hex')
        open.set(save, { ...begun, name: basename(path) })
        return { ok: true, save }
      } catch (error) {
        return failed(writeFailure(error))
      }
    },
    write: async (save, bytes) => {
      const one = open.get(save)
      if (one === undefined) return failed('unknown-save')
      try {
        await one.file.writeFile(bytes)
        return { ok: true }
      } catch (error) {
        await take(save)?.drop()
        return failed(writeFailure(error))
      }
    },
    end: async (save, keep) => {
      const one = take(save)
      if (one === undefined) return failed('unknown-save')
      const { name } = one
      try {
        if (keep) await one.keep(name)
        else await one.drop()
        return { ok: true, name }
      } catch (error) {
        await one.drop()
        return failed(writeFailure(error))
      }
    },
    dropAll: async () => {
      for (const save of open.keys()) await take(save)?.drop()
    },
  }
}
