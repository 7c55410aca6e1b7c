import { createContext } from 'react'

/** Keeps what is typed but not saved, by the name of its form, until it is saved or thrown away. */
export type Drafts = {
  /** JSON text, or null. */
  readonly read: (form: string) => string | null
  /** null forgets it. */
  readonly keep: (form: string, text: string | null) => void
}

/** As long as the window is open, and no longer. */
export function memoryDrafts(): Drafts {
  const kept = new Map<string, string>()
  return {
    read: (form) => kept.get(form) ?? null,
    keep: (form, text) => void (text === null ? kept.delete(form) : kept.set(form, text)),
  }
}

export const DraftsContext = createContext<Drafts>(memoryDrafts())
