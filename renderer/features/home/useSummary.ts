import { useEffect, useState } from 'react'
import type { BookClient } from '#data/services.ts'
import type { Summary } from '#shared/book/questions.ts'
import { useAnswer } from '#ui/useAnswer.ts'

/** What the book holds; first as it was stored, so that there is something to see while the columns load. */
export function useSummary(book: BookClient): Summary | null {
  const [stored, setStored] = useState<Summary | null>(null)
  useEffect(() => {
    let wanted = true
    void book.storedSummary().then((summary) => wanted && setStored(summary))
    return () => {
      wanted = false
    }
  }, [book])
  const { answer } = useAnswer(book.subscribe, () => book.summary(), '')
  return answer ?? stored
}
