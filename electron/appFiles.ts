import { extname, isAbsolute, join, relative } from 'node:path'
import { type EntryAddress, readEntryPath } from '#shared/backup/part.ts'
import { host, scheme } from '#shared/identity.ts'

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
export const mimeType = (path: string) => mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'

/** Whether an address belongs to the app: its parts are compared, as text `app://microbrand.evil` starts alike. */
export function isAppAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  return url?.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === ''
}

export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'import'; readonly handle: string }
  | ({ readonly kind: 'backup'; readonly more: boolean } & EntryAddress)
  | { readonly kind: 'refused' }
const refused: Target = { kind: 'refused' }

/** What an address of the app stands for: a file inside `root`, or a file the person chose. */
export function resolveAddress(address: string, root: string): Target {
  if (address.length > 2048 || !isAppAddress(address)) return refused
  const { pathname, search } = new URL(address)
  const path = decode(pathname)
  if (path === null) return refused
  const [, handle] = /^\/import\/([0-9a-f]{32})$/.exec(path) ?? []
  if (handle !== undefined) return { kind: 'import', handle }
  const entry = readEntryPath(path)
  if (entry !== null) return { kind: 'backup', ...entry, more: search === '?more' }
  // names the build writes; anything else (backslash, drive, NUL, still encoded, hidden) is none of ours
  if (!/^(\/[\w@-][\w.@~+-]*)*\/?$/.test(path)) return refused
  const file = join(root, path === '/' ? 'index.html' : path)
  const inside = relative(root, file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside)
    ? refused
    : { kind: 'file', path: file }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null // not an encoding the build could have written
  }
}
