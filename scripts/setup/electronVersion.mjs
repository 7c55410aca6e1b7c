import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const executables = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']

/** The version of the Electron in a folder, as it says itself. */
export function electronVersion(dist) {
  const executable = executables.map((name) => join(dist, name)).find((path) => existsSync(path)) ?? ''
  return execFileSync(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).trim()
}
