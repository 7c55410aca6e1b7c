import type { Book } from '#shared/book/book.ts'
import { nextTask } from './nextTask.ts'

/** How long nobody asks before what is only made ready goes on (one click asks several questions). Milliseconds. */
const pause = 120

/** Makes ready what will be asked, while nobody asks. */
export function createIdleWork() {
  let lastAsked = 0
  let round = 0

  /** Whether somebody asks, after waiting a while if so. */
  async function isBusy(own: number): Promise<boolean> {
    if (own !== round || Date.now() - lastAsked >= pause) return false
    await new Promise((resolve) => setTimeout(resolve, pause))
    return true
  }

  return {
    asked: () => void (lastAsked = Date.now()),
    /** Begins these steps in place of others that are under way; they end where the book changes. */
    begin: async (book: Book, steps: Iterable<void>): Promise<void> => {
      const own = ++round
      const { version, assigned } = book
      const walk = steps[Symbol.iterator]()
      for (;;) {
        do await nextTask()
        while (await isBusy(own))
        if (own !== round || book.version !== version || book.assigned !== assigned) return
        if (walk.next().done === true) return
      }
    },
    stop: () => void round++,
  }
}
