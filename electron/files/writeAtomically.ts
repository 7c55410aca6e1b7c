import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, type Disk } from './disk.ts'

const temporaryName = /^\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

/** A file on its way: whole under its name once it is kept, and nothing once it is dropped. */
type Begun = {
  readonly file: FileHandle
  readonly keep: (name: string, keepPrevious?: boolean) => Promise<string>
  readonly drop: () => Promise<void>
}

/**
 * Writes a file so that after any crash the old one or the whole new one is there. `write` fills it and says
 * its name, which may follow from the content. With `keepPrevious` the old one stays beside it as `.prev`.
 */
export async function writeAtomically(
  disk: Disk,
  folder: string,
  write: (file: FileHandle) => Promise<string>,
  keepPrevious = false,
): Promise<string> {
  const begun = await beginAtomically(disk, folder)
  try {
    return await begun.keep(await write(begun.file), keepPrevious)
  } catch (error) {
    await begun.drop()
    throw error
  }
}

/** The same in steps, for what comes in parts. Whoever begins one keeps or drops it. */
export async function beginAtomically(disk: Disk, folder: string): Promise<Begun> {
  await disk.mkdir(folder, { recursive: true })
  // a random name: one left by a crash must not stand in the way of the next write
  const temporary = join(folder, `.${randomUUID()}.tmp`)
  const file = await disk.open(temporary, 'wx').catch(async (error: unknown) => {
    await removeQuietly(disk, temporary)
    throw error
  })
  return {
    file,
    keep: async (name, keepPrevious = false) => {
      await flush(file)
      const target = join(folder, name)
      if (keepPrevious) await renameIfThere(disk, target, `${target}.prev`)
      await renamePatiently(disk, temporary, target)
      await flushFolder(disk, folder)
      return target
    },
    drop: async () => {
      await file.close().catch(() => undefined) // it may be closed already
      await removeQuietly(disk, temporary)
    },
  }
}

/** Removes what writes cut off by a crash left behind. */
export async function sweepTemporaries(disk: Disk, folder: string): Promise<void> {
  const names = await disk.readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  for (const name of names.filter((entry) => temporaryName.test(entry))) {
    await disk.rm(join(folder, name), { force: true })
  }
}

async function flush(file: FileHandle): Promise<void> {
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  let waited = 0
  for (let pause = 10; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      if (waited >= disk.patience || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error
      await disk.wait(pause)
      waited += pause
    }
  }
}

async function renameIfThere(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await renamePatiently(disk, from, to)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** Without this the rename itself may be lost when the power fails. */
async function flushFolder(disk: Disk, folder: string): Promise<void> {
  if (!disk.flushesFolders) return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The first failure is the one to report; a temporary file left here is swept at the next start. */
async function removeQuietly(disk: Disk, path: string): Promise<void> {
  await disk.rm(path, { force: true }).catch(() => undefined)
}
