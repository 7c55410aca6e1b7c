export type Unhurried = {
  /** The same question, counted as one somebody waits for. */
  readonly hurried: <A extends readonly unknown[], T>(
    ask: (...asked: A) => Promise<T>,
  ) => (...asked: A) => Promise<T>
  /**
   * Asks once nobody waits for anything else, one question after the other, and only what is still wanted by then; what is
   * not is never answered.
   */
  readonly unhurried: <T>(isWanted: () => boolean, ask: () => Promise<T>) => Promise<T>
}

/** No longer than this is waited after somebody's last question. Milliseconds. */
const longestPause = 150
/** How often is looked whether somebody still waits. Milliseconds. */
const beat = 10

/**
 * A worker answers in the order of asking, so what fills in beside would stand in the way of the next click. How long after
 * a click nothing else is asked follows from how long such a question lately took: in a small book not at all.
 */
export function createUnhurried(now: () => number, rest: (time: number) => Promise<void>): Unhurried {
  let waitedFor = 0
  let last = Number.NEGATIVE_INFINITY
  let pause = 0
  let turn: Promise<unknown> = Promise.resolve()

  const isQuiet = () => waitedFor === 0 && now() - last >= pause

  /** null where it is not wanted any more. */
  async function inQuiet<T>(
    isWanted: () => boolean,
    ask: () => Promise<T>,
  ): Promise<{ readonly answer: T } | null> {
    while (isWanted() && !isQuiet()) await rest(beat)
    if (!isWanted()) return null
    const begun = now()
    const answer = await ask()
    pause = Math.min(longestPause, Math.max(now() - begun, pause / 2))
    return { answer }
  }

  return {
    hurried:
      (ask) =>
      async (...asked) => {
        waitedFor++
        try {
          return await ask(...asked)
        } finally {
          waitedFor--
          last = now()
        }
      },
    unhurried: async (isWanted, ask) => {
      const asked = turn.then(() => inQuiet(isWanted, ask))
      turn = asked.catch(() => {}) // whoever asked gets the error
      const done = await asked
      return done === null ? new Promise(() => {}) : done.answer
    },
  }
}
