import { createContext, use, useEffect } from 'react'

/** Notes what would be lost if the brand were left now. */
export type Unsaved = {
  /** Returns the function that forgets it again. */
  readonly note: (what: string) => () => void
  /** What was noted first, or null. */
  readonly first: () => string | null
}

export function createUnsaved(): Unsaved {
  const noted = new Map<symbol, string>()
  return {
    note: (what) => {
      const key = Symbol(what)
      noted.set(key, what)
      return () => void noted.delete(key)
    },
    first: () => noted.values().next().value ?? null,
  }
}

export const UnsavedContext = createContext<Unsaved>(createUnsaved())

/** Holds the brand open while something on the screen is not kept yet; `what` names it, null is nothing. */
export function useUnsaved(what: string | null): void {
  const { note } = use(UnsavedContext)
  useEffect(() => (what === null ? undefined : note(what)), [what, note])
}
