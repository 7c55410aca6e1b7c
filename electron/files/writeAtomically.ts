import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, type Disk } from './disk.ts'

const temporaryName = /^\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

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
  await disk.mkdir(folder, { recursive: true })
  // a random name: one left by a crash must not stand in the way of the next write
  const temporary = join(folder, `.${randomUUID()}.tmp`)
  try {
    const target = join(folder, await fill(disk, temporary, write))
    if (keepPrevious) await renameIfThere(disk, target, `${target}.prev`)
    await renamePatiently(disk, temporary, target)
    await flushFolder(disk, folder)
    return target
  } catch (error) {
    await removeQuietly(disk, temporary)
    throw error
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

async function fill(disk: Disk, path: string, write: (file: FileHandle) => Promise<string>): Promise<string> {
  const file = await disk.open(path, 'wx')
  try {
    const name = await write(file)
    await file.sync()
    return name
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
