import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Manifest } from '#shared/backup/manifest.ts'
import { codeOf, type Disk } from '#electron/files/disk.ts'
import { writeAtomically } from '#electron/files/writeAtomically.ts'
import type { OpenZip } from './zipFile.ts'

type Opened = { readonly zip: OpenZip; readonly manifest: Manifest }

/** Puts the imported files of a proven backup among the kept ones; what is there already stays. Answers how many there are. */
export async function keepBackedUp(
  disk: Disk,
  keptFolder: string,
  { zip, manifest }: Opened,
): Promise<number> {
  const files = manifest.entries.filter(({ name }) => name.startsWith('files/'))
  for (const { name, sha256 } of files) {
    const kept = name.slice('files/'.length)
    if (await isThere(disk, join(keptFolder, kept))) continue
    await writeAtomically(disk, keptFolder, async (file) => {
      const hash = createHash('sha256')
      for await (const bytes of await zip.read(name)) {
        hash.update(bytes as Buffer)
        await file.writeFile(bytes as Buffer)
      }
      if (hash.digest('hex') !== sha256) throw new Error('backup-changed-since-proven')
      return kept
    })
  }
  return files.length
}

async function isThere(disk: Disk, path: string): Promise<boolean> {
  try {
    return (await disk.stat(path)).isFile()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
