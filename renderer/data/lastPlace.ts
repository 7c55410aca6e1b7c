import { z } from 'zod'
import { tryToStore } from './listStates.ts'

const address = z.string().startsWith('/').max(20_000)
const lastPlace = z.object({
  /** The screen the brand was left at, with its filters: an address of the app's own. */
  at: address.catch('/'),
  /** How Home was left, whatever the last screen was. */
  home: address.catch('/'),
})
export type LastPlace = Readonly<z.infer<typeof lastPlace>>

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
const atHome: LastPlace = { at: '/', home: '/' }
export const placeKeyOf = (brandId: string): string => `place:${brandId}`

/** Where a brand was left. Comfort, as the look of its lists: in no table, in no backup, not undone. */
export function readLastPlace(store: Store | null, brandId: string): LastPlace {
  try {
    return lastPlace.parse(JSON.parse(store?.getItem(placeKeyOf(brandId)) ?? '{}'))
  } catch {
    return atHome // not what was written
  }
}

export function keepLastPlace(store: Store | null, brandId: string, part: Partial<LastPlace>): void {
  const place = lastPlace.parse({ ...readLastPlace(store, brandId), ...part })
  tryToStore(store, placeKeyOf(brandId), JSON.stringify(place))
}
