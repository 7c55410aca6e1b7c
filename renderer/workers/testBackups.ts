import { bytesEntry, summaryOf, tableOf } from '#shared/backup/manifest.ts'
import type { Manifest } from '#shared/backup/manifest.ts'
import type { Api, BackupItem, BackupTrouble, Input } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { createBackupHost } from './backupHost.ts'

type Held = { readonly manifest: Manifest; readonly entries: ReadonlyMap<string, Uint8Array> }
type Begun = { readonly input: Input<'beginBackup'>; readonly entries: Map<string, Uint8Array> }

/** For tests: main's folder of backups, in memory. Every finished one counts as proven. */
export type TestBackups = {
  readonly api: Pick<
    Api,
    | 'listBackups'
    | 'beginBackup'
    | 'finishBackup'
    | 'abandonBackup'
    | 'openBackup'
    | 'keepBackedUp'
    | 'closeBackup'
    | 'proveBackup'
    | 'minding'
    | 'closed'
  >
  readonly startBackup: () => ReturnType<typeof createBackupHost>
  readonly held: Map<string, Held>
  /** Whatever is sent from now on ends in this failure. */
  fail: BackupTrouble['code'] | null
  /** Called with each part that is sent, before it is taken. */
  onPart: (entry: string) => Promise<unknown>
  trouble: BackupTrouble | null
}

const done = { ok: true } as const

export function createTestBackups(sha256: (bytes: Uint8Array) => Promise<string>): TestBackups {
  const held = new Map<string, Held>()
  const begun = new Map<string, Begun>()
  const opened = new Map<string, Held>()
  let count = 0
  const handle = () => String(++count).padStart(32, '0')
  const itemOf = ([name, { manifest, entries }]: readonly [string, Held]): BackupItem => ({
    name,
    size: [...entries.values()].reduce((sum, { length }) => sum + length, 0),
    about: summaryOf(manifest),
    proof: 'proven',
    provenAt: manifest.createdAt,
    problem: null,
  })
  const newestFirst = () => [...held].map(itemOf).toReversed()
  const isHeld = ({ brand, lastChange, pages }: Input<'beginBackup'>) => {
    const newest = newestFirst().find(({ about }) => about?.brand.id === brand.id)?.about
    return newest?.lastChange.id === lastChange.id && newest.pages === pages
  }

  const world: TestBackups = {
    held,
    fail: null,
    onPart: async () => {},
    trouble: null,
    api: {
      listBackups: async () => ({
        folder: '/nowhere/backups',
        isDefault: true,
        isThere: true,
        backups: newestFirst(),
        trouble: world.trouble,
      }),
      beginBackup: async (input) => {
        if (isHeld(input)) return { ok: false, error: { code: 'unchanged' } }
        const made = handle()
        begun.set(made, { input, entries: new Map() })
        return { ok: true, handle: made }
      },
      finishBackup: async ({ handle: given, tables, files }) => {
        const one = begun.get(given)
        if (!one) return { ok: false, error: { code: 'failed' } }
        begun.delete(given)
        const rows = new Map(tables.map((table) => [table.name, table.rows]))
        const entries = await Promise.all(
          [...one.entries].map(async ([name, bytes]) => ({
            name,
            size: bytes.length,
            sha256: await sha256(bytes),
            ...(tableOf(name) === null ? {} : { rows: rows.get(name) ?? -1 }),
          })),
        )
        const manifest: Manifest = {
          format: 'microbrand-backup',
          formatVersion: 1,
          app: '0.1.0',
          createdAt: new Date().toISOString(),
          ...one.input,
          missingFiles: files,
          entries,
        }
        const name = `${one.input.brand.name} ${held.size + 1}.microbrand.zip`
        held.set(name, { manifest, entries: one.entries })
        world.trouble = null
        return { ok: true, backup: itemOf([name, { manifest, entries: one.entries }]) }
      },
      abandonBackup: async ({ handle: given, code }) => {
        const one = begun.get(given)
        if (one) world.trouble = { at: new Date().toISOString(), reason: one.input.reason, code }
        begun.delete(given)
        return done
      },
      openBackup: async ({ name, schema }) => {
        const found = held.get(name)
        if (!found) return { ok: false, error: { code: 'unreadable' } }
        if (found.manifest.schema > schema) return { ok: false, error: { code: 'newer-schema' } }
        const made = handle()
        opened.set(made, found)
        return { ok: true, handle: made, name, size: itemOf([name, found]).size, manifest: found.manifest }
      },
      minding: async () => done,
      closed: async () => done,
      keepBackedUp: async () => ({ ok: true, files: 0 }),
      closeBackup: async ({ handle: given }) => {
        opened.delete(given)
        return done
      },
      proveBackup: async ({ name }) => {
        const found = held.get(name)
        return found ? { ok: true, backup: itemOf([name, found]) } : { ok: false, error: { code: 'gone' } }
      },
    },
    startBackup: () =>
      createBackupHost({
        send: (given) => async (entry, bytes, more) => {
          await world.onPart(entry)
          const one = begun.get(given)
          if (!one || world.fail) return err({ code: world.fail ?? 'failed' })
          const before = one.entries.get(entry) ?? new Uint8Array()
          const both = new Uint8Array(before.length + bytes.length)
          both.set(before)
          both.set(bytes, before.length)
          one.entries.set(entry, both)
          if (!more && entry.startsWith('bytes/') && entry !== bytesEntry(await sha256(both)))
            throw new Error('bytes under a wrong name')
          return ok(null)
        },
        read: (given) =>
          async function* (entry) {
            const bytes = opened.get(given)?.entries.get(entry)
            if (!bytes) throw new Error('the backup cannot be read')
            for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
          },
      }),
  }
  return world
}
