import type { Stream } from '#shared/book/entry.ts'

type Pair = readonly [light: string, dark: string]

/**
 * Twelve colours that stay apart for every kind of colour vision, those used first the furthest
 * (searched by machine for the greatest smallest distance under simulated protanopia, deuteranopia and tritanopia).
 */
export const series = [
  ['#2d62c9', '#4d6fd6'],
  ['#f28f04', '#ec7c0f'],
  ['#3cc5c1', '#a4e2cc'],
  ['#bd516a', '#9a6572'],
  ['#684202', '#f8d22a'],
  ['#a687fe', '#8a83f9'],
  ['#1998b3', '#6dbbfa'],
  ['#bc8c72', '#cd520f'],
  ['#636b24', '#c5bd80'],
  ['#974596', '#a67bbf'],
  ['#8671e6', '#7266a2'],
  ['#494f61', '#a0aec0'],
] as const satisfies readonly Pair[]

/** What is left when the largest are named, and what belongs to no product. */
const rest: Pair = ['#b4b8c0', '#60656f']
const untied: Pair = ['#858a94', '#8b909a']

/** Each stream keeps its colour wherever it is drawn; those people have most often are the furthest apart. */
const streamPlaces: Readonly<Record<Exclude<Stream, ''>, number>> = {
  physical: 0,
  digital: 1,
  printOnDemand: 2,
  tip: 3,
  course: 4,
  service: 5,
  membership: 6,
  sponsorship: 7,
  affiliate: 8,
  advertising: 9,
  licensing: 10,
}

/** Channels have colours of their own; one that is not named here takes one by its name. */
export const channels: Readonly<Record<string, Pair>> = {
  etsy: ['#e2741f', '#e8803c'],
  shopify: ['#17593d', '#86d9ad'],
}

export const seriesColour = (place: number): string => `var(--series-${place % series.length})`
export const restColour = 'var(--series-rest)'
export const untiedColour = 'var(--series-untied)'

export const streamColour = (stream: string): string =>
  isStream(stream) ? seriesColour(streamPlaces[stream]) : untiedColour

export const channelColour = (channel: string): string =>
  channel in channels
    ? `var(--channel-${channel})`
    : channel === ''
      ? untiedColour
      : seriesColour(placeOf(channel))

const isStream = (text: string): text is Exclude<Stream, ''> => Object.hasOwn(streamPlaces, text)

/** The same name always takes the same colour. */
function placeOf(name: string): number {
  let hash = 0
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return hash % series.length
}

/** The colours as variables of a page, so that a chart follows the theme without being drawn again. */
export function chartVariables(theme: 'light' | 'dark'): Readonly<Record<string, string>> {
  const side = theme === 'light' ? 0 : 1
  return {
    ...Object.fromEntries(series.map((pair, place) => [`--series-${place}`, pair[side]])),
    ...Object.fromEntries(
      Object.entries(channels).map(([channel, pair]) => [`--channel-${channel}`, pair[side]]),
    ),
    '--series-rest': rest[side],
    '--series-untied': untied[side],
    '--chart-base': theme === 'light' ? '#8b94a5' : '#7d8596',
    '--chart-plus': theme === 'light' ? '#2d62c9' : '#7d9bf5',
    '--chart-minus': theme === 'light' ? '#c8742c' : '#d9924e',
  }
}
