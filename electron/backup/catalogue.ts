import { join } from 'node:path'
import { z } from 'zod'
import { summary } from '#shared/backup/manifest.ts'
import { refusals } from '#shared/backup/refusal.ts'
import { superfluous } from '#shared/backup/rotation.ts'
import { backupTrouble } from '#shared/ipc/backupMessages.ts'
import type { BackupItem, BackupTrouble, Output } from '#shared/ipc/contract.ts'
import { codeOf, type Disk } from '#electron/files/disk.ts'
import type { SealedFile } from '#electron/files/sealedFile.ts'
import { isBackupName, localDay } from './backupName.ts'
import type { Prover } from './prover.ts'

/** A file as it was when it was last looked into; another size or time makes it unknown again. */
const known = z.strictObject({
  name: z.string(),
  size: z.number(),
  modified: z.number(),
  about: summary.nullable(),
  provenAt: z.string().nullable(),
  problem: z.enum(refusals).nullable(),
})
type Known = z.infer<typeof known>
const remembered = z.strictObject({
  version: z.literal(1),
  /** Where the person wants backups; null is the app's own folder. */
  folder: z.string().nullable(),
  trouble: backupTrouble.nullable(),
  known: z.array(known),
})
type Remembered = z.infer<typeof remembered>

type Parts = {
  readonly disk: Disk
  readonly file: SealedFile
  readonly defaultFolder: string
  readonly prover: Prover
}
type Listed = Output<'listBackups'>

/** Knows the backups in their folder and which of them are proven. */
export type Catalogue = {
  readonly list: () => Promise<Listed>
  readonly folder: () => string
  /** The path of a listed backup. */
  readonly pathOf: (name: string) => Promise<string | null>
  /** Makes the folder if it is the app's own. */
  readonly prepareFolder: () => Promise<'fine' | 'no-folder'>
  readonly prove: (name: string, now: Date) => Promise<BackupItem | null>
  readonly note: (trouble: BackupTrouble | null) => Promise<void>
  readonly moveTo: (folder: string | null) => Promise<void>
  /** Lets go of what the rotation has no use for. */
  readonly rotate: (now: Date, limit: number) => Promise<void>
}

export async function openCatalogue({ disk, file, defaultFolder, prover }: Parts): Promise<Catalogue> {
  const stored = await file.read()
  const read = remembered.safeParse('content' in stored ? stored.content : null)
  // lost, it costs proofs and the chosen folder, no backup: so it is begun anew
  let memory: Remembered = read.success ? read.data : { version: 1, folder: null, trouble: null, known: [] }
  let last: Promise<unknown> = Promise.resolve()
  const remember = (change: Partial<Remembered>): Promise<void> => {
    memory = { ...memory, ...change }
    const written = last.then(() => file.write(memory))
    last = written.catch(() => undefined) // whoever changed something is told
    return written
  }
  const folder = () => memory.folder ?? defaultFolder

  const look = async (): Promise<{ readonly isThere: boolean; readonly found: readonly Known[] }> => {
    const there = await filesIn(disk, folder())
    if (there === null) return { isThere: memory.folder === null, found: [] }
    const before = new Map(memory.known.map((one) => [one.name, one]))
    const unknown = there.filter((one) => !isSame(one, before.get(one.name)))
    const inspected = await prover.inspect(unknown.map(({ name }) => join(folder(), name)))
    const fresh = new Map(
      unknown.map((one, at): [string, Known] => {
        const answer = inspected[at]
        const about = answer?.ok ? answer.value : null
        const problem = answer?.ok ? null : (answer?.error ?? 'unreadable')
        return [one.name, { ...one, about, problem, provenAt: null }]
      }),
    )
    // what was proven while this looked is known better than what this found
    const since = new Map(memory.known.map((one) => [one.name, one]))
    const found = there.flatMap((one) => {
      const better = since.get(one.name)
      return (isSame(one, better) ? better : fresh.get(one.name)) ?? []
    })
    if (fresh.size > 0 || found.length !== memory.known.length) await remember({ known: [...found] })
    return { isThere: true, found }
  }
  const replace = (one: Known) =>
    remember({ known: [...memory.known.filter(({ name }) => name !== one.name), one] })

  const catalogue: Catalogue = {
    folder,
    list: async () => {
      const { isThere, found } = await look()
      const backups = found.map(itemOf).toSorted(newestFirst)
      return {
        folder: folder(),
        isDefault: memory.folder === null,
        isThere,
        backups,
        trouble: memory.trouble,
      }
    },
    pathOf: async (name) =>
      (await look()).found.some((one) => one.name === name) ? join(folder(), name) : null,
    prepareFolder: async () => {
      if (memory.folder === null) await disk.mkdir(defaultFolder, { recursive: true })
      return (await filesIn(disk, folder())) === null ? 'no-folder' : 'fine'
    },
    prove: async (name, now) => {
      const one = (await look()).found.find((each) => each.name === name)
      if (one === undefined) return null
      const proof = await prover.prove(join(folder(), name))
      const proven: Known = proof.ok
        ? { ...one, provenAt: now.toISOString(), problem: null }
        : { ...one, provenAt: null, problem: proof.error }
      await replace(proven)
      return itemOf(proven)
    },
    note: (trouble) => remember({ trouble }),
    moveTo: (chosen) => remember({ folder: chosen, known: [] }),
    rotate: async (now, limit) => {
      const { found } = await look()
      for (const name of superfluous(found.flatMap(rotatedOf), localDay(now), limit))
        await disk.rm(join(folder(), name), { force: true })
      await look()
    },
  }
  return catalogue
}

type There = Pick<Known, 'name' | 'size' | 'modified'>

/** The backups of a folder that is there; links are none. */
async function filesIn(disk: Disk, folder: string): Promise<readonly There[] | null> {
  try {
    const entries = await disk.readdir(folder, { withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && isBackupName(entry.name))
    return await Promise.all(
      files.map(async ({ name }) => {
        const { size, mtimeMs } = await disk.stat(join(folder, name))
        return { name, size, modified: mtimeMs }
      }),
    )
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
    throw error
  }
}

const isSame = ({ size, modified }: There, before: Known | undefined) =>
  before !== undefined && before.size === size && before.modified === modified

function itemOf({ name, size, about, provenAt, problem }: Known): BackupItem {
  return { name, size, about, proof: proofOf({ provenAt, problem }), provenAt, problem }
}

const proofOf = ({ provenAt, problem }: Pick<Known, 'provenAt' | 'problem'>): BackupItem['proof'] =>
  problem !== null ? 'failed' : provenAt === null ? 'unproven' : 'proven'

function rotatedOf({ name, size, about, provenAt, problem }: Known) {
  if (about === null) return [] // whatever it is, it is not ours to remove
  const { createdAt, reason, brand } = about
  const day = localDay(new Date(createdAt))
  return [{ name, size, brand: brand.id, createdAt, day, proof: proofOf({ provenAt, problem }), reason }]
}

const newestFirst = (a: BackupItem, b: BackupItem) => {
  const [one, other] = [a.about?.createdAt ?? '', b.about?.createdAt ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}
