import type { Command } from '#shared/ipc/contract.ts'

/** The window as far as closing is concerned. */
type Closable = {
  readonly on: (event: 'close', listener: (event: { preventDefault: () => void }) => void) => unknown
  readonly hide: () => void
  readonly show: () => void
  readonly destroy: () => void
  readonly isDestroyed: () => boolean
}
type Parts = {
  readonly window: Closable
  readonly send: (command: Command) => void
  readonly log: (code: string) => void
  /** How long the window may take, in milliseconds. */
  readonly patience?: number
}

/** Lets the window finish what it must before it goes: for the person it is gone at once. */
export type CloseGuard = {
  /** Whether the window wants to be told; it forgets that itself when it is loaded anew. */
  readonly mind: (closing: boolean) => void
  /** The window is done, or will never be. */
  readonly closed: () => void
  /** The person wants the window back. */
  readonly comeBack: () => void
}

export function guardClosing({ window, send, log, patience = 180_000 }: Parts): CloseGuard {
  let minds = false
  let timer: NodeJS.Timeout | null = null
  const stopWaiting = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const leave = () => {
    stopWaiting()
    if (!window.isDestroyed()) window.destroy()
  }
  window.on('close', (event) => {
    if (!minds && timer === null) return
    event.preventDefault()
    if (timer !== null) return
    timer = setTimeout(() => {
      log('window-closed-unfinished')
      leave()
    }, patience)
    window.hide()
    send('closing')
  })
  return {
    mind: (closing) => {
      minds = closing
    },
    closed: () => {
      if (timer !== null) leave()
    },
    comeBack: () => {
      if (timer === null) return
      stopWaiting()
      window.show()
    },
  }
}
