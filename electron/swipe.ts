import type { BrowserWindow } from 'electron'
import type { Command } from '#shared/ipc/contract.ts'

const ways: Readonly<Record<string, Command>> = { left: 'back', right: 'forward' }

/** Three fingers on a Mac go back and forward, as they turn pages elsewhere. The buttons of a mouse the engine hears itself. */
export function watchSwipe(window: Pick<BrowserWindow, 'on'>, send: (command: Command) => void): void {
  window.on('swipe', (_event, direction) => {
    const command = ways[direction]
    if (command !== undefined) send(command)
  })
}
