import * as files from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Every touch of the disk that can fail goes through here, so that tests can make it fail. */
export type Disk = Pick<
  typeof files,
  'mkdir' | 'open' | 'readdir' | 'readFile' | 'realpath' | 'rename' | 'rm' | 'stat'
> & {
  readonly wait: (milliseconds: number) => Promise<unknown>
  /** How long a rename is tried again: Windows' virus scanners hold files open for a moment. */
  readonly patience: number
  /** Windows cannot flush a folder. */
  readonly flushesFolders: boolean
}

export const systemDisk: Disk = {
  mkdir: files.mkdir,
  open: files.open,
  readdir: files.readdir,
  readFile: files.readFile,
  realpath: files.realpath,
  rename: files.rename,
  rm: files.rm,
  stat: files.stat,
  wait,
  patience: process.platform === 'win32' ? 60_000 : 0,
  flushesFolders: process.platform !== 'win32',
}

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''

/** Why writing failed, as far as a person can do something about it. */
export function writeFailure(error: unknown): 'disk-full' | 'not-allowed' | 'failed' {
  const code = codeOf(error)
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 'disk-full'
  return ['EACCES', 'EPERM', 'EROFS'].includes(code) ? 'not-allowed' : 'failed'
}
