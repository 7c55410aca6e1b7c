import type { Command } from '#shared/ipc/contract.ts'

/** What is about backups, and done whichever page is shown. */
export const backupCommands = ['back-up', 'backups-changed', 'closing'] as const satisfies readonly Command[]

export type BackupCommand = (typeof backupCommands)[number]

export const isBackupCommand = (command: Command): command is BackupCommand =>
  backupCommands.some((each) => each === command)
