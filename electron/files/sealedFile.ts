import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { codeOf, type Disk } from './disk.ts'
import { writeAtomically } from './writeAtomically.ts'

/** How much of a sealed file was there: itself, only the one before, nothing readable, or nothing at all. */
export type Found =
  | { readonly as: 'whole' | 'previous'; readonly content: unknown }
  | { readonly as: 'damaged' | 'none' }

/** A small JSON file that notices its own damage and keeps the version before. */
export type SealedFile = {
  readonly read: () => Promise<Found>
  readonly write: (content: unknown) => Promise<void>
}

export function sealedFile(disk: Disk, folder: string, name: string): SealedFile {
  const read = (ending: string) => readSealed(disk, join(folder, name + ending))
  return {
    read: async () => {
      const current = await read('')
      if (current.as === 'whole') return current
      const previous = await read('.prev')
      if (previous.as === 'whole') return { as: 'previous', content: previous.content }
      return current.as === 'none' && previous.as === 'none' ? current : { as: 'damaged' }
    },
    write: async (content) => {
      // what is damaged is not worth keeping, and must not push out a whole one
      const keepPrevious = (await read('')).as === 'whole'
      await writeAtomically(
        disk,
        folder,
        (file) => file.writeFile(seal(content)).then(() => name),
        keepPrevious,
      )
    },
  }
}

const sumOf = (content: unknown) => createHash('sha256').update(JSON.stringify(content)).digest('hex')
const seal = (content: unknown) => JSON.stringify({ sha256: sumOf(content), content })

async function readSealed(disk: Disk, path: string): Promise<Found> {
  try {
    const sealed: unknown = JSON.parse(await disk.readFile(path, 'utf8'))
    const whole = typeof sealed === 'object' && sealed !== null && 'content' in sealed && 'sha256' in sealed
    if (whole && sealed.sha256 === sumOf(sealed.content)) return { as: 'whole', content: sealed.content }
    return { as: 'damaged' }
  } catch (error) {
    return { as: codeOf(error) === 'ENOENT' ? 'none' : 'damaged' }
  }
}
