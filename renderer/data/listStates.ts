import { listState, type ListState } from '#shared/list/listState.ts'
import type { ListStates } from '#shared/list/listStates.ts'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
const pause = 400

/**
 * Widths, order, sort and place of a list are comfort, not records: undo must not walk through them, the witness must
 * not count them and a screen needs them before its first paint. So they lie in the browser's small synchronous store
 * beside the databases (one entry for each brand and list) and not in a table, which only `commit` may write.
 */
export function createListStates(store: Store | null, brandId: string): ListStates {
  const known = new Map<string, ReturnType<ListStates['read']>>()
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const key = (list: string) => keyOf(brandId, list)
  const write = (list: string) => {
    clearTimeout(waiting.get(list))
    if (waiting.delete(list)) tryToStore(store, key(list), JSON.stringify(listState.parse(known.get(list))))
  }
  const read = (list: string) => {
    const there = known.get(list)
    if (there !== undefined) return there
    const stored = readStored(store?.getItem(key(list)) ?? null)
    known.set(list, stored)
    return stored
  }
  if ('window' in globalThis)
    window.addEventListener('pagehide', () => {
      for (const list of [...waiting.keys()]) write(list)
    })
  return {
    read,
    keep: (list, part) => {
      known.set(list, { ...read(list), ...part })
      clearTimeout(waiting.get(list))
      waiting.set(
        list,
        setTimeout(() => write(list), pause),
      )
    },
  }
}

/** A deleted brand leaves nothing behind. */
export function forgetLists(store: Storage | null, brandId: string): void {
  if (store === null) return
  for (const key of Object.keys(store)) if (key.startsWith(keyOf(brandId, ''))) store.removeItem(key)
}

/** The browser's own store; there is none outside a window. */
export const browserStore = (): Storage | null => ('localStorage' in globalThis ? localStorage : null)

/** A full store takes no more; what lay there under the key would be wrong, so it goes. */
export function tryToStore(
  store: Pick<Storage, 'setItem' | 'removeItem'> | null,
  key: string,
  text: string,
): void {
  try {
    store?.setItem(key, text)
  } catch {
    store?.removeItem(key)
  }
}

export const keyOf = (brandId: string, list: string): string => `list:${brandId}:${list}`

function readStored(text: string | null): ListState {
  if (text === null) return {}
  try {
    return listState.parse(JSON.parse(text))
  } catch {
    return {} // not what was written: the list looks as designed
  }
}
