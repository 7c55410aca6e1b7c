import { useEffect, useState } from 'react'
import type { BookClient } from '#data/services.ts'
import type { Findings } from '#shared/book/questions.ts'

type Find = BookClient['find']
/** What the palette shows: the finds of a text. `findings` is null where the book does not answer yet. */
export type Found = { readonly text: string; readonly findings: Findings | null }

/** What is found stays until the next is there; only where that takes longer than this, it goes before. Milliseconds. */
const patience = 150
/** Hits of each sort. */
const most = 6

/** What the book finds for the text, one question at a time. What comes too late is dropped. */
export function useFindings(find: Find, text: string): Found {
  const [ask] = useState(() => createLatest((wanted: string) => find(wanted, most)))
  const [found, setFound] = useState<Found>({ text: '', findings: [] })
  useEffect(() => {
    if (text === '') return
    let here = true
    const show = (findings: Findings | null) => here && setFound({ text, findings })
    const late = setTimeout(() => show(null), patience)
    void ask(text).then(
      (findings) => {
        clearTimeout(late)
        if (findings !== null) show(findings)
      },
      () => show([]), // a book that cannot be read finds nothing; the window says why elsewhere
    )
    return () => {
      here = false
      clearTimeout(late)
    }
  }, [ask, text])
  return text === '' ? { text, findings: [] } : found
}

/** Asks one question at a time, and of those that come meanwhile only the last; the others are answered with null. */
export function createLatest<Q, A>(ask: (question: Q) => Promise<A>): (question: Q) => Promise<A | null> {
  let running: Promise<unknown> | null = null
  let asked = 0
  return async (question) => {
    const own = ++asked
    while (running !== null) {
      await running.catch(() => {}) // whoever asked has the error
      if (own !== asked) return null
    }
    const answer = ask(question)
    running = answer
    try {
      return await answer
    } finally {
      running = null
    }
  }
}
