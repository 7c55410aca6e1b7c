/** Files the system hands to the app: on its command line, by a second start, by opening them with it. */
export type OpenedFiles = {
  readonly add: (paths: readonly string[]) => void
  /** What came and was not taken yet, at most as many as one import takes. */
  readonly take: () => readonly string[]
  /** From now on somebody is told when more came. */
  readonly tell: (listener: () => void) => void
}

/** They wait here until the window asks for them: a file can come before there is a window. */
export function openedFiles(first: readonly string[]): OpenedFiles {
  let waiting = [...first]
  let told = () => {}
  return {
    add: (paths) => {
      if (paths.length === 0) return
      waiting.push(...paths)
      told()
    },
    take: () => {
      const taken = waiting.slice(0, 200)
      waiting = waiting.slice(200)
      return taken
    },
    tell: (listener) => {
      told = listener
    },
  }
}
