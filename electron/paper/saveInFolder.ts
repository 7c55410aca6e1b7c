import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { safeFileName } from '#electron/files/fileName.ts'

/** A path in the folder for a file of this name that nothing has yet: `Invoice.pdf`, else `Invoice (2).pdf` and so on. */
export async function freePath(folder: string, name: string, ending: string): Promise<string> {
  for (let count = 1; ; count++) {
    const path = join(folder, safeFileName(count === 1 ? name : `${name} (${count})`, ending))
    if (await isFree(path)) return path
  }
}

const isFree = (path: string) =>
  access(path).then(
    () => false,
    () => true,
  )
