/** What lies over the page and goes away again. */
const over = '[role=dialog], [role=menu], [role=listbox], [role=alert], [role=tooltip]'
const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

type Left = { readonly element: Element; readonly around: readonly Element[] }

/**
 * Whoever works by keyboard goes on where they were: when what had the focus is taken away (a row is deleted, a dialog
 * closes that a menu opened), something near it gets the focus instead of nothing. Returns what ends the watch.
 */
export function keepFocus(page: Document): () => void {
  let last: Left | null = null
  let inPage: Element | null = null
  let frame = 0
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || target === page.body) return
    last = { element: target, around: ancestorsOf(target) }
    if (target.closest(over) === null) inPage = target
  }
  const look = () => {
    frame = 0
    const isLost = last !== null && !last.element.isConnected
    if (!isLost || last === null || (page.activeElement !== page.body && page.activeElement !== null)) return
    const wasOver = last.around.some((element) => element.matches(over))
    const next = wasOver && isThere(inPage) ? inPage : near(last.around, page)
    last = null
    if (next instanceof HTMLElement) focus(next)
  }
  const watch = new MutationObserver(() => {
    if (frame === 0) frame = requestAnimationFrame(look)
  })
  page.addEventListener('focusin', onFocus)
  watch.observe(page.body, { childList: true, subtree: true })
  return () => {
    cancelAnimationFrame(frame)
    page.removeEventListener('focusin', onFocus)
    watch.disconnect()
  }
}

function ancestorsOf(element: Element): readonly Element[] {
  const parent = element.parentElement
  return parent === null ? [] : [parent, ...ancestorsOf(parent)]
}

const isThere = (element: Element | null): element is Element => element !== null && element.isConnected

/** In what is left around it the list or the first control; else what the page is called. */
function near(around: readonly Element[], page: Document): Element | null {
  const main = page.querySelector('main') ?? page.body
  for (const element of around) {
    if (element === main || element.contains(main)) break
    if (!element.isConnected) continue
    const found = element.querySelector('[role=grid]') ?? element.querySelector(reachable)
    if (found !== null) return found
  }
  return main.querySelector('h1')
}

function focus(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex') && !element.matches(reachable)) element.tabIndex = -1
  element.focus({ preventScroll: true })
}
