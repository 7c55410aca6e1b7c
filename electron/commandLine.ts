import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export type CommandLine = {
  /** `--user-data=PATH`: another folder for the app's data. */
  readonly userData: string | null
  /** `--today=YYYY-MM-DD`: a fixed day, for tests and pictures; builds from source only. */
  readonly today: string | null
  /** Files to import. */
  readonly files: readonly string[]
}

/** Reads how the app was started. From source, the first argument that is not a switch is the app's own folder. */
export function readCommandLine(
  argv: readonly string[],
  { packaged, folder }: { readonly packaged: boolean; readonly folder: string },
): CommandLine {
  const given = argv.slice(1)
  const plain = given.filter((argument) => !argument.startsWith('-'))
  const valueOf = (name: string) =>
    given.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
  const userData = valueOf('user-data')
  const today = packaged ? undefined : valueOf('today')
  return {
    userData: userData ? resolve(folder, userData) : null,
    today: today !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(today) ? today : null,
    files: (packaged ? plain : plain.slice(1)).flatMap((file) => pathOf(file, folder)),
  }
}

/** Linux' file managers hand over addresses (`file:///home/…`); one of another kind or another machine is no file. */
function pathOf(file: string, folder: string): readonly string[] {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return [resolve(folder, file)]
  try {
    return [fileURLToPath(file)]
  } catch {
    return []
  }
}
