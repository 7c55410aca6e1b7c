import type { Command } from '#shared/ipc/contract.ts'
import { backupCommands } from './backupCommands.ts'

/** What no page does: the window itself hears it, the bar that finds, or who keeps the backups. */
const others = [
  'shortcuts',
  'find',
  'find-next',
  'find-previous',
  ...backupCommands,
] as const satisfies readonly Command[]

export type PageCommand = Exclude<Command, (typeof others)[number]>

export const isPageCommand = (command: Command): command is PageCommand =>
  !others.some((each) => each === command)
