import type { Page } from 'playwright'

type Watched = {
  readonly texts: readonly string[]
  readonly within: string
  readonly starts: 'click' | 'input'
  /** Milliseconds after which it is taken for a failure. */
  readonly patience: number
}

/**
 * Milliseconds from what a person does to two frames after all these texts stand in the page. They must not stand there
 * before, and are the expected figures, so a wrong figure never ends it.
 */
export async function untilPainted(
  page: Page,
  texts: readonly string[],
  act: () => Promise<unknown>,
  { within = 'body', starts = 'click', patience = 300_000 }: Partial<Omit<Watched, 'texts'>> = {},
): Promise<number> {
  const watched = page.evaluate(watch, { texts, within, starts, patience })
  await Promise.all([act(), watched])
  return watched
}

/** Runs in the page. */
function watch({ texts, within, starts, patience }: Watched): Promise<number> {
  const isThere = () => {
    const text = [...document.querySelectorAll(within)].map((element) => element.textContent).join('\n')
    return texts.every((expected) => text.includes(expected))
  }
  if (isThere()) throw new Error(`${texts.join(', ')} is there already`)
  let began = Number.NaN
  const begin = ({ timeStamp }: Event) => (began = timeStamp)
  addEventListener(starts, begin, { capture: true, once: true })
  return new Promise((resolve, reject) => {
    const given = setTimeout(() => reject(new Error(`${texts.join(', ')} never came`)), patience)
    let isLooking = false
    const look = () => {
      isLooking = false
      if (!isThere()) return
      changes.disconnect()
      clearTimeout(given)
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
    }
    // Looks only where something changed, at most once a task, so that watching costs next to nothing.
    const changes = new MutationObserver(() => {
      if (!isLooking) queueMicrotask(look)
      isLooking = true
    })
    changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  })
}
