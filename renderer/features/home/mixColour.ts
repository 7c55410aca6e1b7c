import { channelColour, restColour, seriesColour, streamColour, untiedColour } from '#ui/chart/palette.ts'
import type { MixPart } from './mix.ts'
import type { MixKey } from './search.ts'

/** Streams and channels keep their colour everywhere; products take theirs by rank. */
export function mixColour({ sort, key }: MixPart, by: MixKey, place: number): string {
  if (sort === 'rest') return restColour
  if (sort === 'untied') return untiedColour
  if (by === 'listing') return seriesColour(place)
  return by === 'stream' ? streamColour(key) : channelColour(key)
}
