import type { Book } from '#shared/book/book.ts'
import { prepare } from '#shared/book/prepare.ts'
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
    /** Begins anew with a book that has changed. */
    prepare: async (book: Book): Promise<void> => {
      const own = ++round
      const { version } = book
      for (const _ of prepare(book)) {
        do await nextTask()
        while (await isBusy(own))
        if (own !== round || book.version !== version) return
      }
    },
    stop: () => void round++,
  }
}
