import type { z } from 'zod'
import { backupMessages, type backupItem, type backupTrouble } from './backupMessages.ts'
import { fileMessages, type chosenFile } from './fileMessages.ts'
import { paperMessages } from './paperMessages.ts'
import { saveMessages, type papers } from './saveMessages.ts'
import { windowMessages, type command } from './windowMessages.ts'
import { witnessMessages, type brandState, type foundState, type loss } from './witnessMessages.ts'

/** Every message between the window and the main process; no channel exists outside this table. */
export const contract = {
  ...fileMessages,
  ...saveMessages,
  ...paperMessages,
  ...witnessMessages,
  ...backupMessages,
  ...windowMessages,
} as const

export type Channel = keyof typeof contract
export type Input<C extends Channel> = z.infer<(typeof contract)[C]['input']>
export type Output<C extends Channel> = z.infer<(typeof contract)[C]['output']>
export type ChosenFile = z.infer<typeof chosenFile>
export type BrandState = z.infer<typeof brandState>
export type FoundState = z.infer<typeof foundState>
export type Loss = z.infer<typeof loss>
export type BackupItem = z.infer<typeof backupItem>
export type BackupTrouble = z.infer<typeof backupTrouble>
export type BackupFailure = BackupTrouble['code']
export type Paper = (typeof papers)[number]
export type Command = z.infer<typeof command>

/** `window.api`: one function per message, and the two things only the preload can do. */
export type Api = {
  readonly [C in Exclude<Channel, 'acceptDropped'>]: (input: Input<C>) => Promise<Output<C>>
} & {
  /** Hands dropped `File`s to main, which answers with handles. */
  readonly acceptDropped: (files: readonly unknown[]) => Promise<Output<'acceptDropped'>>
  /** Menu items and shortcuts. Returns the function that stops listening. */
  readonly onCommand: (listener: (command: Command) => void) => () => void
}
