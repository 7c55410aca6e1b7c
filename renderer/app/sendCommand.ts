import { createContext, use } from 'react'
import type { Api, Command } from '#shared/ipc/contract.ts'

type Send = (command: Command) => void

/** Sends a command from within the window: whoever hears the menu hears it too. */
export const SendContext = createContext<Send>(() => {})
export const useSend = (): Send => use(SendContext)

/** The window's messages, with commands of its own among those of the menu. */
export function withOwnCommands<A extends Pick<Api, 'onCommand'>>(
  api: A,
): { readonly api: A; readonly send: Send } {
  const listeners = new Set<Send>()
  const onCommand: A['onCommand'] = (listener) => {
    listeners.add(listener)
    const stop = api.onCommand(listener)
    return () => {
      listeners.delete(listener)
      stop()
    }
  }
  const send: Send = (command) => {
    for (const listener of listeners) listener(command)
  }
  return { api: { ...api, onCommand }, send }
}
