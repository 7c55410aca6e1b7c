import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { logLine } from './logLine.ts'

export type Log = (code: string, error?: unknown) => void

const largest = 1024 ** 2

/** Writes at once, since the next moment may be a crash. A megabyte and the one before are kept. */
export function openLog(folder: string, now: () => Date): Log {
  const path = join(folder, 'main.log')
  return (code, error) => {
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(path) > largest) renameSync(path, join(folder, 'main.previous.log'))
      appendFileSync(path, logLine(now(), code, error))
    } catch {
      console.error(logLine(now(), code, error)) // a full disk must not stop what the log is about
    }
  }
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
