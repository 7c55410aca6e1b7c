import type { Command } from '#shared/ipc/contract.ts'

/** What the window does whatever it shows: also before a brand is open. */
const windowCommands = ['shortcuts'] as const satisfies readonly Command[]

export type WindowCommand = (typeof windowCommands)[number]
export type PageCommand = Exclude<Command, WindowCommand>

export const isWindowCommand = (command: Command): command is WindowCommand =>
  windowCommands.some((each) => each === command)
