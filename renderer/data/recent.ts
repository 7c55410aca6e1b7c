import { z } from 'zod'
import { browserStore, keyOf } from './listStates.ts'

const recent = z.object({
  sort: z.enum(['sale', 'client', 'product', 'screen', 'import']),
  key: z.string().max(600),
  name: z.string().max(600),
  about: z.string().max(600),
})
/** Something that was opened, by its key, and what it was called then. */
export type Recent = Readonly<z.infer<typeof recent>>

/** What was opened last in a brand, the newest first. A comfort beside the records, like the looks of lists. */
export type RecentlyOpened = {
  readonly read: () => readonly Recent[]
  readonly add: (opened: Recent) => void
}

const most = 8

export function createRecentlyOpened(
  brandId: string,
  store: Pick<Storage, 'getItem' | 'setItem'> | null = browserStore(),
): RecentlyOpened {
  const key = keyOf(brandId, 'recently opened')
  const read = () => readStored(store?.getItem(key) ?? null)
  return {
    read,
    add: (opened) => {
      const others = read().filter((one) => one.sort !== opened.sort || one.key !== opened.key)
      store?.setItem(key, JSON.stringify([shortened(opened), ...others].slice(0, most)))
    },
  }
}

const shortened = ({ sort, key, name, about }: Recent): Recent => ({
  sort,
  key,
  name: name.slice(0, 200),
  about: about.slice(0, 200),
})

function readStored(text: string | null): readonly Recent[] {
  if (text === null) return []
  try {
    return z.array(recent).parse(JSON.parse(text)).slice(0, most)
  } catch {
    return [] // not what was written: nothing was opened yet
  }
}
