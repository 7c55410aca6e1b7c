import { randomBytes } from 'node:crypto'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { PartReply } from '#shared/backup/part.ts'
import type { Manifest } from '#shared/backup/manifest.ts'
import { newestProven } from '#shared/backup/rotation.ts'
import type { BackupFailure, BackupItem, Input, Output } from '#shared/ipc/contract.ts'
import { type Disk, writeFailure } from '#electron/files/disk.ts'
import { backupName } from './backupName.ts'
import type { Catalogue } from './catalogue.ts'
import { keepBackedUp } from './keepBackedUp.ts'
import { openBackup } from './proveBackup.ts'
import type { Prover } from './prover.ts'
import { type BackupWriting, type Part, writeBackup } from './writeBackup.ts'
import type { OpenZip } from './zipFile.ts'

type Parts = {
  readonly disk: Disk
  readonly catalogue: Catalogue
  readonly prover: Prover
  readonly keptFolder: string
  readonly appVersion: string
  readonly now: () => Date
  /** The list is another one now. */
  readonly changed: () => void
  readonly log: (code: string, error?: unknown) => void
  /** How long who sends may be silent, in milliseconds. */
  readonly patience?: number
}
type Begun = {
  readonly handle: string
  readonly input: Input<'beginBackup'>
  readonly writing: BackupWriting
  readonly createdAt: Date
  /** Lets the next one begin. */
  readonly done: () => void
}
type Looked = { readonly path: string; readonly manifest: Manifest; readonly zip: OpenZip }

/** Bytes all backups of a folder may take together. */
const limit = 20 * 1024 ** 3
const failed = <const C extends string>(code: C) => ({ ok: false, error: { code } }) as const

/** What the window may have done with backups. It names them by their file's name, and what is open by a handle. */
export type Backups = ReturnType<typeof createBackups>

export function createBackups(parts: Parts) {
  const { isUnderWay, ...writing } = writingOf(parts)
  return {
    ...writing,
    ...readingOf(parts),
    list: async (): Promise<Output<'listBackups'>> => {
      const listed = await parts.catalogue.list()
      // noted beforehand, so that the next start knows: as long as it is under way it is none
      return isUnderWay() ? { ...listed, trouble: null } : listed
    },
  }
}

function writingOf({
  disk,
  catalogue,
  keptFolder,
  appVersion,
  now,
  changed,
  log,
  patience = 120_000,
}: Parts) {
  let begun: Begun | null = null
  let silence: NodeJS.Timeout | undefined
  let turn: Promise<void> = Promise.resolve()

  const current = (handle: string): Begun | null => (begun?.handle === handle ? begun : null)
  const heard = (one: Begun) => {
    clearTimeout(silence)
    silence = setTimeout(() => void abandon(one, 'interrupted'), patience)
    silence.unref()
  }
  const end = async ({ input, done }: Begun, code: BackupFailure | null) => {
    begun = null
    clearTimeout(silence)
    try {
      await catalogue.note(code === null ? null : { at: now().toISOString(), reason: input.reason, code })
    } finally {
      done() // whatever becomes of the note, the next backup has its turn
      changed()
    }
  }
  const abandon = async (one: Begun, code: BackupFailure) => {
    await one.writing.abandon()
    await end(one, code)
  }
  /** The machine's error as a code for the person, the whole of it for the log. */
  const failureOf = (error: unknown) => {
    log('backup-failed', error)
    return writeFailure(error)
  }

  return {
    begin: async (input: Input<'beginBackup'>): Promise<Output<'beginBackup'>> => {
      const before = turn
      let done = () => {}
      turn = new Promise((resolve) => (done = resolve))
      await before
      const refuse = async (code: 'unchanged' | 'no-folder' | ReturnType<typeof failureOf>) => {
        const trouble = code === 'unchanged' ? null : { at: now().toISOString(), reason: input.reason, code }
        await catalogue.note(trouble).catch(failureOf)
        done()
        if (trouble !== null) changed()
        return failed(code)
      }
      try {
        if ((await catalogue.prepareFolder()) === 'no-folder') return await refuse('no-folder')
        const { backups } = await catalogue.list()
        if (isBackedUp(backups, input)) return await refuse('unchanged')
        const createdAt = now()
        await catalogue.note({ at: createdAt.toISOString(), reason: input.reason, code: 'interrupted' })
        const folder = catalogue.folder()
        const name = () => freeName(catalogue, input.brand.name, createdAt)
        const writing = writeBackup({ disk, folder, keptFolder, name })
        begun = { handle: randomBytes(16).toString('hex'), input, writing, createdAt, done }
        heard(begun)
        return { ok: true, handle: begun.handle }
      } catch (error) {
        return refuse(failureOf(error))
      }
    },
    add: async (handle: string, part: Part): Promise<PartReply> => {
      const one = current(handle)
      if (one === null) return { ok: false, code: 'failed' }
      heard(one)
      try {
        await one.writing.add(part)
        return { ok: true }
      } catch (error) {
        return { ok: false, code: failureOf(error) }
      }
    },
    finish: async ({ handle, tables, files }: Input<'finishBackup'>): Promise<Output<'finishBackup'>> => {
      const one = current(handle)
      if (one === null) return failed('failed')
      clearTimeout(silence)
      try {
        const about = { app: appVersion, createdAt: one.createdAt.toISOString(), ...one.input }
        const path = await one.writing.finish(about, { tables, files })
        const backup = await catalogue.prove(basename(path), now())
        await end(one, backup?.proof === 'proven' ? null : 'not-proven')
        if (backup?.proof !== 'proven') return failed('not-proven')
        await catalogue.rotate(now(), limit).catch((error: unknown) => log('backups-not-rotated', error))
        changed()
        return { ok: true, backup }
      } catch (error) {
        const code = failureOf(error)
        await end(one, code).catch(failureOf)
        return failed(code)
      }
    },
    abandon: async ({ handle, code }: Input<'abandonBackup'>): Promise<void> => {
      const one = current(handle)
      if (one !== null) await abandon(one, code)
    },
    isUnderWay: () => begun !== null,
    /** The window that was sending is gone or was loaded anew. */
    letGo: async (): Promise<void> => {
      if (begun !== null) await abandon(begun, 'interrupted')
    },
  }
}

/** The newest proven backup of the brand holds the same: its last change and its book pages. */
function isBackedUp(
  backups: readonly BackupItem[],
  { brand, lastChange, pages, schema }: Input<'beginBackup'>,
) {
  const own = backups.flatMap(({ about, proof }) =>
    about?.brand.id === brand.id ? [{ ...about, proof }] : [],
  )
  const newest = newestProven(own)
  return (
    newest !== undefined &&
    newest.lastChange.id === lastChange.id &&
    newest.lastChange.seq === lastChange.seq &&
    newest.pages === pages &&
    newest.schema === schema
  )
}

async function freeName(catalogue: Catalogue, brand: string, at: Date): Promise<string> {
  const { backups } = await catalogue.list()
  return backupName(
    brand,
    at,
    backups.map(({ name }) => name),
  )
}

function readingOf({ disk, catalogue, prover, keptFolder, now, changed, log }: Parts) {
  const looked = new Map<string, Looked>()

  /** Proven first, in the other process; then opened here, to be read entry by entry. */
  const open = async (path: string, schema: number): Promise<Output<'openBackup'>> => {
    const proof = await prover.prove(path)
    if (!proof.ok) return failed(proof.error)
    const opened = await openBackup(disk, path, schema)
    if (!opened.ok) return failed(opened.error)
    const handle = randomBytes(16).toString('hex')
    const { zip, manifest } = opened.value
    looked.set(handle, { path, zip, manifest })
    return { ok: true, handle, name: basename(path).slice(0, 255), size: zip.size, manifest }
  }

  return {
    prove: async (name: string): Promise<Output<'proveBackup'>> => {
      const backup = await catalogue.prove(name, now())
      changed()
      return backup === null ? failed('gone') : { ok: true, backup }
    },
    open: async ({ name, schema }: Input<'openBackup'>): Promise<Output<'openBackup'>> => {
      const path = await catalogue.pathOf(name)
      return path === null ? failed('unreadable') : open(path, schema)
    },
    openFile: open,
    /** The bytes of one entry of an opened backup. */
    read: (handle: string, entry: string): Promise<Readable> | null => {
      const one = looked.get(handle)
      return one?.manifest.entries.some(({ name }) => name === entry) ? one.zip.read(entry) : null
    },
    keepFiles: async (handle: string): Promise<Output<'keepBackedUp'>> => {
      const one = looked.get(handle)
      if (one === undefined) return failed('unknown-handle')
      try {
        return { ok: true, files: await keepBackedUp(disk, keptFolder, one) }
      } catch (error) {
        log('backed-up-files-not-kept', error)
        return failed(writeFailure(error))
      }
    },
    close: (handle: string): void => {
      looked.get(handle)?.zip.close()
      looked.delete(handle)
    },
    useFolder: async (folder: string | null): Promise<Output<'chooseBackupFolder'>> => {
      try {
        if (folder !== null) await tryWriting(disk, folder)
        await catalogue.moveTo(folder)
        changed()
        return { ok: true }
      } catch (error) {
        return failed(writeFailure(error) === 'not-allowed' ? 'not-allowed' : 'failed')
      }
    },
    folder: catalogue.folder,
    pathOf: catalogue.pathOf,
  }
}

async function tryWriting(disk: Disk, folder: string): Promise<void> {
  const probe = join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  const file = await disk.open(probe, 'wx')
  await file.close()
  await disk.rm(probe, { force: true })
}
