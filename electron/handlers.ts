import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { Backups } from './backup/backups.ts'
import type { CloseGuard } from './closeGuard.ts'
import type { SaveKind } from './dialogs.ts'
import { type Disk, writeFailure } from './files/disk.ts'
import type { FindBar } from './find/findBar.ts'
import type { Handles } from './files/handles.ts'
import { hashSource, keepSource, openKept } from './files/keptFiles.ts'
import { saveFile } from './files/saveFile.ts'
import { stageTexts, takeFiles } from './files/takeFiles.ts'
import type { Saves } from './files/saves.ts'
import type { Handlers } from './ipc.ts'
import { freePath } from './paper/saveInFolder.ts'
import type { Press } from './paper/press.ts'
import type { Printing } from './printing.ts'
import type { RecentFiles } from './recentFiles.ts'
import type { Witness } from './witness/witness.ts'

type Parts = {
  readonly disk: Disk
  readonly handles: Handles
  readonly saves: Saves
  readonly keptFolder: string
  readonly witness: Witness
  readonly appInfo: () => Output<'appInfo'>
  readonly chooseFiles: () => Promise<readonly string[]>
  readonly chooseTarget: (suggestedName: string, kind: SaveKind) => Promise<string | null>
  /** Files the app was opened with and not handed over yet. */
  readonly takeOpened: () => readonly string[]
  readonly recent: Pick<RecentFiles, 'add' | 'forget'>
  readonly findBar: Pick<FindBar, 'open' | 'close' | 'find'>
  readonly backups: Backups
  readonly chooseBackup: () => Promise<string | null>
  readonly chooseFolder: (present: string) => Promise<string | null>
  readonly showFile: (path: string) => void
  readonly guard: CloseGuard
  readonly showDataFolder: () => void
  readonly showBrands: (brands: Input<'showBrands'>) => void
  readonly setTheme: (theme: 'system' | 'light' | 'dark') => void
  /** The window is at work, although it has not said yet what it found. */
  readonly alive: () => void
  /** The window has said what it found; `doubtful` if the person has to say whether that can be. */
  readonly reported: (doubtful: boolean) => Promise<void>
  /** The last time the app ended before it could finish. */
  readonly wasCutOff: boolean
  readonly printing: Printing
  readonly press: Press
  readonly choosePaperFolder: () => Promise<string | null>
  readonly log: (code: string, error?: unknown) => void
}

const done = { ok: true } as const
const failed = <const C extends string>(code: C) => ({ ok: false, error: { code } }) as const

/** What main does for each message of the contract. */
export function createHandlers(parts: Parts): Handlers {
  return {
    ...fileHandlers(parts),
    ...saveHandlers(parts),
    ...printHandlers(parts),
    ...paperHandlers(parts),
    ...backupHandlers(parts),
    ...witnessHandlers(parts),
    ...machineHandlers(parts),
    ...findHandlers(parts),
  }
}

function fileHandlers({ disk, handles, keptFolder, witness, recent, ...parts }: Parts) {
  const taken = async (paths: readonly string[]) => {
    if (paths.length === 0) return failed('cancelled')
    const [there, gone]: [string[], string[]] = [[], []]
    const outcome = await takeFiles(disk, handles, paths, (path, isTaken) =>
      (isTaken ? there : gone).push(path),
    )
    recent.forget(gone)
    recent.add(there)
    return outcome
  }
  return {
    chooseFiles: async () => taken(await parts.chooseFiles()),
    acceptDropped: ({ paths }) => taken(paths),
    openedFiles: () => taken(parts.takeOpened()),
    stageFiles: ({ files }) => stageTexts(handles, files),
    releaseFiles: (input) => {
      handles.release(input.handles)
      return done
    },
    hashFile: ({ handle }) => {
      const source = handles.find(handle)
      return source === undefined ? failed('unknown-handle') : hashSource(source)
    },
    keepFiles: async (input) => {
      const kept: { handle: string; sha256: string; size: number }[] = []
      for (const handle of input.handles) {
        const source = handles.find(handle)
        if (source === undefined) return failed('unknown-handle')
        const outcome = await keepSource(disk, keptFolder, source)
        if (!outcome.ok) return outcome
        kept.push({ handle, sha256: outcome.sha256, size: outcome.size })
      }
      return { ok: true, kept }
    },
    openKept: async ({ sha256 }) => {
      const name = witness.nameOfKept(sha256) ?? `${sha256.slice(0, 12)}.csv`
      const opened = await openKept(disk, keptFolder, sha256, name)
      return opened.ok ? { ok: true, file: handles.add(opened.source) } : opened
    },
    saveText: async ({ suggestedName, kind, text }) =>
      saveFile(disk, await parts.chooseTarget(suggestedName, kind), text),
    savePicture: async ({ suggestedName, bytes }) =>
      saveFile(disk, await parts.chooseTarget(suggestedName, 'png'), bytes),
  } satisfies Partial<Handlers>
}

function saveHandlers({ saves, chooseTarget }: Parts) {
  return {
    beginSave: async ({ suggestedName, kind }) => saves.begin(await chooseTarget(suggestedName, kind)),
    writeSave: ({ save, bytes }) => saves.write(save, bytes),
    endSave: ({ save, keep }) => saves.end(save, keep),
  } satisfies Partial<Handlers>
}

function printHandlers({ disk, printing, chooseTarget, log }: Parts) {
  return {
    savePage: async ({ suggestedName, paper }) => {
      const target = await chooseTarget(suggestedName, 'pdf')
      if (target === null) return failed('cancelled')
      try {
        return await saveFile(disk, target, await printing.pdf(paper))
      } catch (error) {
        log('page-not-printed', error)
        return failed('failed')
      }
    },
    printPage: ({ paper }) => printing.print(paper),
  } satisfies Partial<Handlers>
}

function paperHandlers({ disk, press, chooseTarget, choosePaperFolder, log }: Parts) {
  const folders = new Map<string, string>()
  const write = async (path: string, job: Input<'savePaper'>['job']) => {
    try {
      return await saveFile(disk, path, await press.pdf(job))
    } catch (error) {
      log('paper-not-drawn', error)
      return failed('failed')
    }
  }
  return {
    savePaper: async ({ suggestedName, job }) => {
      const target = await chooseTarget(suggestedName, 'pdf')
      return target === null ? failed('cancelled') : write(target, job)
    },
    printPaper: ({ job }) => press.print(job),
    choosePaperFolder: async () => {
      const path = await choosePaperFolder()
      if (path === null) return failed('cancelled')
      const folder = randomBytes(16).toString('hex')
      folders.set(folder, path)
      return { ok: true, folder, name: basename(path) }
    },
    savePaperIn: async ({ folder, name, job }) => {
      const path = folders.get(folder)
      if (path === undefined) return failed('unknown-folder')
      const saved = await write(await freePath(path, name, 'pdf'), job)
      return saved.ok || saved.error.code !== 'cancelled'
        ? (saved as Output<'savePaperIn'>)
        : failed('failed')
    },
    nextPaper: ({ drawn }) => press.next(drawn),
  } satisfies Partial<Handlers>
}

function backupHandlers({ backups, ...parts }: Parts) {
  return {
    listBackups: backups.list,
    beginBackup: (input) => {
      if (input.reason === 'before-upgrade') parts.alive() // it reports the databases once they are backed up
      return backups.begin(input)
    },
    finishBackup: backups.finish,
    abandonBackup: async (input) => {
      await backups.abandon(input)
      return done
    },
    proveBackup: ({ name }) => backups.prove(name),
    openBackup: backups.open,
    chooseBackup: async ({ schema }) => {
      const path = await parts.chooseBackup()
      return path === null ? failed('cancelled') : backups.openFile(path, schema)
    },
    keepBackedUp: ({ handle }) => backups.keepFiles(handle),
    closeBackup: ({ handle }) => {
      backups.close(handle)
      return done
    },
    chooseBackupFolder: async (input) => {
      const folder = input.default ? null : await parts.chooseFolder(backups.folder())
      return folder === null && !input.default ? failed('cancelled') : backups.useFolder(folder)
    },
    showBackup: async ({ name }) => {
      const path = name === null ? backups.folder() : await backups.pathOf(name)
      if (path !== null) parts.showFile(path)
      return done
    },
  } satisfies Partial<Handlers>
}

function witnessHandlers({ witness, reported, wasCutOff, log }: Parts) {
  return {
    reportDatabases: async (input) => {
      const { losses, doubtful } = await witness.report(input)
      await reported(doubtful)
      return { losses, wasCutOff }
    },
    witness: async (state) => {
      try {
        await witness.commit(state)
        return done
      } catch (error) {
        log('not-witnessed', error)
        return failed(writeFailure(error))
      }
    },
    announceShrink: async (shrink) => {
      await witness.announce(shrink)
      return done
    },
    acceptLoss: async ({ id }) => {
      await witness.forget(id)
      return done
    },
  } satisfies Partial<Handlers>
}

function findHandlers({ findBar }: Parts) {
  return {
    openFind: () => {
      findBar.open()
      return done
    },
    closeFind: () => {
      findBar.close()
      return done
    },
    findInPage: findBar.find,
  } satisfies Partial<Handlers>
}

function machineHandlers({ appInfo, guard, showDataFolder, showBrands, setTheme, log }: Parts) {
  return {
    appInfo,
    minding: ({ closing }) => {
      guard.mind(closing)
      return done
    },
    closed: () => {
      guard.closed()
      return done
    },
    showDataFolder: () => {
      showDataFolder()
      return done
    },
    showBrands: (brands) => {
      showBrands(brands)
      return done
    },
    setTheme: ({ theme }) => {
      setTheme(theme)
      return done
    },
    logError: ({ code, stack }) => {
      log(code, { stack })
      return done
    },
    painted: () => {
      log('painted')
      return done
    },
  } satisfies Partial<Handlers>
}
