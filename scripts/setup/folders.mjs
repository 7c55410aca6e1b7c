import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/** Where things may lie that can always be made again. */
export function cacheFolder() {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'microbrand', 'Cache')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'microbrand')
  return join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'microbrand')
}
