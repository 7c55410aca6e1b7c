import { tryToStore } from './listStates.ts'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * What is typed in a brand's forms and not saved. It is no record yet, so it lies where the state of lists does: in the
 * browser's small synchronous store, which a closing window can still write. Where that is full, a draft lives as long as the
 * window.
 */
export function createDrafts(store: Store | null, brandId: string) {
  const kept = new Map<string, string | null>()
  const key = (form: string) => draftKey(brandId, form)
  return {
    read: (form: string): string | null => {
      const own = kept.get(form)
      return own === undefined ? (store?.getItem(key(form)) ?? null) : own
    },
    keep: (form: string, text: string | null): void => {
      kept.set(form, text)
      if (text === null) store?.removeItem(key(form))
      else tryToStore(store, key(form), text)
    },
  }
}

/** A deleted brand leaves nothing behind. */
export function forgetDrafts(store: Storage | null, brandId: string): void {
  if (store === null) return
  for (const key of Object.keys(store)) if (key.startsWith(draftKey(brandId, ''))) store.removeItem(key)
}

const draftKey = (brandId: string, form: string): string => `draft:${brandId}:${form}`
