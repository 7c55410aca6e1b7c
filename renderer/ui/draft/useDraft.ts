import { use, useState } from 'react'
import { DraftsContext, type Drafts } from './drafts.ts'

export type Draft<T> = {
  readonly value: T
  readonly set: (change: Partial<T>) => void
  /** What stands there was typed another time and never saved. */
  readonly isKept: boolean
  /** Throws away what was typed, and shows what the form began with. */
  readonly startOver: () => void
  /** It is saved, or about to be: there is nothing to come back to. What stands in the form stays. */
  readonly forget: () => void
  /** The same while it is being saved; what could not be saved is there again. */
  readonly saving: <R>(save: () => Promise<R>) => Promise<R>
}

/**
 * The state of a form that outlives the form. Whatever is left unsaved, by Escape, by going elsewhere or by closing the
 * window, is there again when the form of this name opens next. Only fields that were changed are kept, so that a record
 * changed meanwhile keeps its new words in all others.
 */
export function useDraft<T extends object>(form: string, first: T): Draft<T> {
  const drafts = use(DraftsContext)
  const [began] = useState(first)
  const [state, setState] = useState(() => {
    const changed = changedIn(drafts, form, began)
    return { value: { ...began, ...changed }, isKept: Object.keys(changed).length > 0 }
  })
  const show = (value: T, isKept: boolean) => {
    setState({ value, isKept })
    const changed = Object.entries(value).filter(([name, part]) => !isSame(part, fieldOf(began, name)))
    drafts.keep(form, changed.length === 0 ? null : JSON.stringify(Object.fromEntries(changed)))
  }
  return {
    ...state,
    set: (change) => show({ ...state.value, ...change }, state.isKept),
    startOver: () => show(began, false),
    forget: () => drafts.keep(form, null),
    saving: async (save) => {
      drafts.keep(form, null)
      try {
        return await save()
      } catch (error) {
        show(state.value, state.isKept)
        throw error
      }
    },
  }
}

/** Only fields the form has, of the sort it has them. */
function changedIn<T extends object>(drafts: Drafts, form: string, first: T): Partial<T> {
  const kept: unknown = parsed(drafts.read(form))
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).filter(
      ([name, part]) =>
        Object.hasOwn(first, name) &&
        isOfSort(part, fieldOf(first, name)) &&
        !isSame(part, fieldOf(first, name)),
    ),
  ) as Partial<T>
}

const fieldOf = (of: object, name: string): unknown => Object.entries(of).find(([own]) => own === name)?.[1]
/** An older window of the app may have kept something else under that name. */
const isOfSort = (a: unknown, b: unknown): boolean =>
  a === null || b === null || (typeof a === typeof b && Array.isArray(a) === Array.isArray(b))
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null // not what was written: nothing was typed
  }
}
