import { useEffect, useState } from 'react'
import type { Recent, RecentlyOpened } from '#data/recent.ts'
import type { BookClient } from '#data/services.ts'
import type { HitKey } from '#shared/book/questions.ts'

/** What was opened last, as it is called now; what is gone is left out. Until the book answers, as it was called then. */
export function useRecent(recent: RecentlyOpened, book: Pick<BookClient, 'recalled'>): readonly Recent[] {
  const [before] = useState(() => recent.read())
  const [now, setNow] = useState(before)
  useEffect(() => {
    let here = true
    void calledNow(before, book).then(
      (called) => here && setNow(called),
      () => {}, // a book that cannot be read renames nothing; the window says why elsewhere
    )
    return () => {
      here = false
    }
  }, [before, book])
  return now
}

export async function calledNow(
  before: readonly Recent[],
  { recalled }: Pick<BookClient, 'recalled'>,
): Promise<readonly Recent[]> {
  const asked = before.flatMap(({ sort, key }): readonly HitKey[] =>
    sort === 'screen' || sort === 'import' ? [] : [{ sort, id: key }],
  )
  if (asked.length === 0) return before
  const hits = await recalled(asked)
  const called = new Map(asked.map(({ sort, id }, at) => [`${sort} ${id}`, hits[at] ?? null]))
  return before.flatMap((one) => {
    const hit = called.get(`${one.sort} ${one.key}`)
    if (hit === undefined) return [one]
    if (hit === null) return []
    return [
      { ...one, name: hit.name.text === '' ? one.name : hit.name.text, about: hit.about[0]?.text ?? '' },
    ]
  })
}
