import { useEffect } from 'react'
import { createHashHistory, defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router'
import type { RouterHistory } from '@tanstack/react-router'
import { keepLastPlace, readLastPlace } from '#data/lastPlace.ts'
import { browserStore } from '#data/listStates.ts'
import { homeSearch, type HomeSearch } from '#features/home/search.ts'
import type { Stage } from './stage.ts'

/** What opens a dialog, and what it begins with: over when the app is left. */
const passing = ['new', 'isNew', 'title', 'sku', 'account']

/** The pages of the window, beginning where the brand was left; after a reload the page itself still says where. */
export function beginHistory(stage: Stage): RouterHistory {
  const history = createHashHistory()
  if (stage.at === 'brand' && window.location.hash === '')
    history.replace(readLastPlace(browserStore(), stage.open.brand.id).at)
  return history
}

export const homeAsLeft = (brandId: string): HomeSearch =>
  homeSearch.parse(searchOf(readLastPlace(browserStore(), brandId).home))

/** Keeps where the person is, for the next start. */
export function useLastPlace(history: RouterHistory, brandId: string): void {
  useEffect(() => {
    const keep = () => {
      const { pathname, search } = history.location
      const at = `${pathname}${withoutPassing(search)}`
      keepLastPlace(browserStore(), brandId, pathname === '/' ? { at, home: at } : { at })
    }
    keep()
    return history.subscribe(keep)
  }, [history, brandId])
}

/** A screen that broke is not opened again by the next start. */
export function forgetPlace(history: RouterHistory, brandId: string): void {
  const { pathname } = history.location
  keepLastPlace(browserStore(), brandId, pathname === '/' ? { at: '/', home: '/' } : { at: '/' })
}

const searchOf = (address: string): Readonly<Record<string, unknown>> =>
  defaultParseSearch(address.includes('?') ? address.slice(address.indexOf('?')) : '')

function withoutPassing(search: string): string {
  const kept = Object.entries(searchOf(search)).filter(([name]) => !passing.includes(name))
  return defaultStringifySearch(Object.fromEntries(kept))
}
