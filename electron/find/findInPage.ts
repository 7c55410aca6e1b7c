import type { WebContents } from 'electron'
import type { Input, Output } from '#shared/ipc/contract.ts'

type Found = Output<'findInPage'>
type Contents = Pick<WebContents, 'findInPage' | 'stopFindInPage' | 'on'>

export type Finder = {
  readonly find: (request: Input<'findInPage'>) => Promise<Found>
  readonly stop: () => void
}

const nothing: Found = { matches: 0, active: 0 }

/** Lets the engine look for a text; each question is answered once, also one that a later question overtook. */
export function createFinder(contents: Contents): Finder {
  let waiting: readonly ((found: Found) => void)[] = []
  let asked = 0
  const answer = (found: Found) => {
    const told = waiting
    waiting = []
    for (const tell of told) tell(found)
  }
  contents.on('found-in-page', (_event, { requestId, finalUpdate, matches, activeMatchOrdinal }) => {
    if (finalUpdate && requestId === asked) answer({ matches, active: activeMatchOrdinal })
  })
  const stop = () => {
    contents.stopFindInPage('keepSelection')
    answer(nothing)
  }
  return {
    find: ({ text, step }) => {
      if (text === '') {
        stop()
        return Promise.resolve(nothing)
      }
      return new Promise((tell) => {
        waiting = [...waiting, tell]
        asked = contents.findInPage(text, { forward: step !== 'previous', findNext: step === 'first' })
      })
    },
    stop,
  }
}
