import type { Command } from '#shared/ipc/contract.ts'

/** What does not need an open brand: the window itself hears it, or the bar that finds. */
const others = ['shortcuts', 'find', 'find-next', 'find-previous'] as const satisfies readonly Command[]

export type PageCommand = Exclude<Command, (typeof others)[number]>

export const isPageCommand = (command: Command): command is PageCommand =>
  !others.some((each) => each === command)
