import { constants, type Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { basename, isAbsolute } from 'node:path'
import { Readable } from 'node:stream'
import type { Output } from '#shared/ipc/contract.ts'
import type { Disk } from './disk.ts'
import type { Handles, Source } from './handles.ts'

export type TakenFiles = Extract<Output<'chooseFiles'>, { ok: true }>
type Refusal = TakenFiles['refused'][number]

/** A million Shopify order lines are half a gigabyte; four times that is not an export any more. */
export const largestFile = 2 * 1024 ** 3
const chunk = 256 * 1024 // faster through app:// than 64 KiB (1.4 s against 1.7 s for 200 MB); more gains nothing

/** Turns the paths a person chose or dropped into handles; only regular files that can be read are taken. */
export async function takeFiles(
  disk: Disk,
  handles: Handles,
  paths: readonly string[],
  /** Hears of each path whether it was taken: the window, which gets the answer, never sees one. */
  told: (path: string, taken: boolean) => void = () => {},
): Promise<TakenFiles> {
  const outcomes = await Promise.all(paths.map((path) => inspect(disk, path)))
  for (const [at, outcome] of outcomes.entries()) told(paths[at] ?? '', 'open' in outcome)
  return {
    ok: true,
    files: outcomes.flatMap((outcome) => ('open' in outcome ? [handles.add(outcome)] : [])),
    refused: outcomes.flatMap((outcome) => ('code' in outcome ? [outcome] : [])),
  }
}

/** Texts the app wrote itself, read like files. */
export function stageTexts(
  handles: Handles,
  texts: readonly { readonly name: string; readonly text: string }[],
) {
  const files = texts.map(({ name, text }) => {
    const bytes = Buffer.from(text, 'utf8')
    return handles.add({ name, size: bytes.length, open: () => Promise.resolve(Readable.from([bytes])) })
  })
  return { ok: true, files, refused: [] } satisfies TakenFiles
}

async function inspect(disk: Disk, chosen: string): Promise<Source | Refusal> {
  const name = basename(chosen).slice(-255)
  if (!isAbsolute(chosen)) return { name, code: 'not-a-file' }
  try {
    const path = await disk.realpath(chosen)
    const found = await disk.stat(path)
    if (!found.isFile()) return { name, code: 'not-a-file' }
    if (found.size > largestFile) return { name, code: 'too-large' }
    const file = await openAsTaken(disk, path, found)
    await file.close()
    return { name, size: found.size, open: () => readFrom(disk, path, found) }
  } catch {
    return { name, code: 'unreadable' } // gone, or not ours to read: the screen says so
  }
}

type Version = Pick<Stats, 'size' | 'mtimeMs'>

async function readFrom(disk: Disk, path: string, taken: Version): Promise<Readable> {
  const file = await openAsTaken(disk, path, taken)
  return file.createReadStream({ highWaterMark: chunk })
}

// links were followed when the file was taken; one put in its place since is not
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)

/** Every reading of a file gives the same bytes: one that was changed since it was taken is refused. */
async function openAsTaken(disk: Disk, path: string, taken: Version): Promise<FileHandle> {
  const file = await disk.open(path, readOnly)
  const now = await file.stat()
  if (now.size === taken.size && now.mtimeMs === taken.mtimeMs) return file
  await file.close()
  throw new Error('file-changed')
}
