import { useEffect, useRef } from 'react'
import { useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pages, pagesBelow } from './pages.ts'

/** A new page is named in the window's title, begins at its top, and has the focus on its heading. */
export function useArrival(brand: string): void {
  const { t } = useTranslation('app')
  // the location whose page is drawn, not one that is still being loaded
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? '/' })
  const hash = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.hash ?? '' })
  const last = useRef(pathname)
  useEffect(() => {
    const section = `/${pathname.split('/')[1] ?? ''}`
    const page = [...pages, ...pagesBelow].find(({ to }) => to === section)
    const name = page === undefined ? t('missing.title') : t(`navigation.${page.name}`)
    document.title = t('windowTitle', { page: name, brand })
  }, [pathname, brand, t])
  useEffect(() => {
    if (last.current === pathname && hash === '') return
    last.current = pathname
    const main = document.getElementById('page')
    const place = hash === '' ? null : document.getElementById(hash)
    if (place === null) main?.scrollTo(0, 0)
    else place.scrollIntoView()
    return onHeading(place ?? main)
  }, [pathname, hash])
}

/** The heading of a page that is still being asked for comes later; nobody is taken away from where they went meanwhile. */
function onHeading(page: HTMLElement | null): () => void {
  const focus = () => {
    const heading = page?.querySelector('h1, h2')
    if (!(heading instanceof HTMLElement)) return false
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    return true
  }
  if (page === null || focus()) return () => {}
  page.focus({ preventScroll: true })
  const coming = new MutationObserver(() => {
    if (document.activeElement !== page || focus()) coming.disconnect()
  })
  coming.observe(page, { childList: true, subtree: true })
  return () => coming.disconnect()
}
