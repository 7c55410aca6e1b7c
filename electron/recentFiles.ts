import { basename, dirname } from 'node:path'
import type { App } from 'electron'
import { z } from 'zod'
import { asMenuText, shortened } from './menuText.ts'

const most = 10
const kept = z.strictObject({ paths: z.array(z.string().min(1).max(4096)).max(most) })

/** The exports a person opened last, the newest first. Only the main process ever sees where they lie. */
export type RecentFiles = {
  readonly list: () => readonly string[]
  readonly add: (paths: readonly string[]) => void
  /** What cannot be opened any more does not stay in the list. */
  readonly forget: (paths: readonly string[]) => void
  readonly clear: () => void
  readonly onChange: (listener: () => void) => void
  /** Kept when the list is on disk. */
  readonly settled: () => Promise<void>
}

type Parts = {
  readonly file: {
    readonly read: () => Promise<{ readonly as: string; readonly content?: unknown }>
    readonly write: (content: unknown) => Promise<void>
  }
  /** macOS and Windows keep a list of their own too, which the Dock and the task bar show. */
  readonly system: Pick<App, 'addRecentDocument' | 'clearRecentDocuments'> | null
  readonly onError: (error: unknown) => void
}

/** A list that cannot be read or written costs the list, nothing more. */
export async function openRecentFiles({ file, system, onError }: Parts): Promise<RecentFiles> {
  const read = kept.safeParse((await file.read()).content)
  let paths: readonly string[] = read.success ? read.data.paths : []
  let last = Promise.resolve()
  let changed = () => {}
  const set = (next: readonly string[]) => {
    if (next.length === paths.length && next.every((path, at) => path === paths[at])) return
    paths = next
    last = last.then(() => file.write({ paths: next })).catch(onError)
    changed()
  }
  return {
    list: () => paths,
    add: (added) => {
      for (const path of added) system?.addRecentDocument(path)
      set([...new Set([...added, ...paths])].slice(0, most))
    },
    forget: (gone) => set(paths.filter((path) => !gone.includes(path))),
    clear: () => {
      system?.clearRecentDocuments()
      set([])
    },
    onChange: (listener) => {
      changed = listener
    },
    settled: () => last,
  }
}

/** How the files are called in a menu: two of one name tell their folders apart. */
export function menuNames(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => basename(path))
  return paths.map((path, at) => {
    const name = names[at] ?? ''
    const isTwin = names.some((other, index) => index !== at && other === name)
    const told = isTwin ? `${shortened(name)} – ${shortened(basename(dirname(path)))}` : shortened(name)
    return asMenuText(told)
  })
}
