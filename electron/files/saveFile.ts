import { basename, dirname } from 'node:path'
import type { Output } from '#shared/ipc/contract.ts'
import { type Disk, writeFailure } from './disk.ts'
import { writeAtomically } from './writeAtomically.ts'

/** Writes to the place the person named (`null`: cancelled); a file that was there stays whole until the new one is. */
export async function saveFile(
  disk: Disk,
  path: string | null,
  content: string | Uint8Array,
): Promise<Output<'saveText'>> {
  if (path === null) return { ok: false, error: { code: 'cancelled' } }
  const name = basename(path)
  try {
    await writeAtomically(disk, dirname(path), async (file) => {
      await file.writeFile(content)
      return name
    })
    return { ok: true, name }
  } catch (error) {
    return { ok: false, error: { code: writeFailure(error) } }
  }
}
