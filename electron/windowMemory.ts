import { firstState, type WindowState, windowState } from './windowPlace.ts'

type Parts = {
  readonly file: {
    readonly read: () => Promise<{ readonly as: string; readonly content?: unknown }>
    readonly write: (content: unknown) => Promise<void>
  }
  readonly onError: (error: unknown) => void
}

export type WindowMemory = {
  readonly state: () => WindowState
  readonly remember: (change: Partial<WindowState>) => void
  /** Kept when everything remembered is on disk. */
  readonly settled: () => Promise<void>
}

/** Remembers the window between two starts. What cannot be read or written costs its place, nothing more. */
export async function openWindowMemory({ file, onError }: Parts): Promise<WindowMemory> {
  const { content } = await file.read()
  const read = windowState.safeParse(content)
  let state = read.success ? read.data : firstState
  let last = Promise.resolve()
  return {
    state: () => state,
    remember: (change) => {
      state = { ...state, ...change }
      last = last.then(() => file.write(state)).catch(onError)
    },
    settled: () => last,
  }
}
