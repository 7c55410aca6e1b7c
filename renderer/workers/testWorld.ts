import { createBrand, openBrandServices } from '#data/brands.ts'
import type { OpenBrand } from '#data/brands.ts'
import { listBrands } from '#data/registry.ts'
import { startApp } from '#data/start.ts'
import type { Result } from '#shared/result.ts'
import type { Api, BrandState, ChosenFile, Loss } from '#shared/ipc/contract.ts'
import { sampleFiles, sampleProfile } from '#shared/sample/sampleBrand.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import { createBookHost } from './bookHost.ts'
import { createFileReader } from './fileReader.ts'
import { createSheetHost } from './sheetHost.ts'
import { createTestBackups } from './testBackups.ts'
import type { TestBackups } from './testBackups.ts'

/** For tests: main's side of the contract in memory, and the workers' code without workers. */
export type TestWorld = {
  readonly api: Api
  readonly workers: Workers
  /** As if the person had chosen these files. */
  readonly choose: (files: Readonly<Record<string, string | Uint8Array>>) => readonly ChosenFile[]
  readonly kept: Map<string, Uint8Array>
  readonly witnessed: Map<string, BrandState>
  readonly told: string[]
  readonly backups: TestBackups
  losses: readonly Loss[]
}

export function createTestWorld({ entriesPerPage = 3, today = '2024-04-02' } = {}): TestWorld {
  const files = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()
  const kept = new Map<string, Uint8Array>()
  const witnessed = new Map<string, BrandState>()
  const told: string[] = []
  const done = { ok: true } as const
  const backups = createTestBackups(sha256)
  let handles = 0

  const add = (name: string, bytes: Uint8Array): ChosenFile => {
    const handle = String(++handles).padStart(32, '0')
    files.set(handle, { name, bytes })
    return { handle, name, size: bytes.length }
  }
  const choose: TestWorld['choose'] = (chosen) =>
    Object.entries(chosen).map(([name, content]) =>
      add(name, typeof content === 'string' ? new TextEncoder().encode(content) : content),
    )

  const open = (handle: string) =>
    async function* () {
      const file = files.get(handle)
      if (!file) throw new Error('no such file')
      for (let at = 0; at < file.bytes.length; at += 4096) yield file.bytes.subarray(at, at + 4096)
    }

  const api: Partial<Api> = {
    ...backups.api,
    appInfo: async () => ({
      version: '0.1.0',
      electron: '45',
      chromium: '156',
      platform: 'linux',
      packaged: false,
      userData: '/nowhere',
      locale: 'en',
      timeZone: 'America/New_York',
      country: 'US',
      fixedToday: today,
    }),
    hashFile: async ({ handle }) => {
      const file = files.get(handle)
      return file
        ? { ok: true, sha256: await sha256(file.bytes), size: file.bytes.length }
        : { ok: false, error: { code: 'unknown-handle' } }
    },
    keepFiles: async ({ handles: wanted }) => {
      const found = []
      for (const handle of wanted) {
        const bytes = files.get(handle)?.bytes ?? new Uint8Array()
        found.push({ handle, sha256: await sha256(bytes), size: bytes.length })
        kept.set(await sha256(bytes), bytes)
      }
      return { ok: true, kept: found }
    },
    openKept: async ({ sha256: hash }) => {
      const bytes = kept.get(hash)
      return bytes ? { ok: true, file: add(hash, bytes) } : { ok: false, error: { code: 'not-kept' } }
    },
    stageFiles: async ({ files: texts }) => ({
      ok: true,
      refused: [],
      files: texts.map(({ name, text }) => add(name, new TextEncoder().encode(text))),
    }),
    releaseFiles: async ({ handles: released }) => {
      for (const handle of released) files.delete(handle)
      return done
    },
    reportDatabases: async () => ({ losses: [...world.losses], wasCutOff: false }),
    witness: async (state) => {
      witnessed.set(state.id, state)
      told.push('witness')
      return done
    },
    announceShrink: async ({ pages }) => {
      told.push(`shrink to ${pages}`)
      return done
    },
    acceptLoss: async ({ id }) => {
      witnessed.delete(id)
      told.push('loss accepted')
      return done
    },
  }

  const workers: Workers = {
    startBook: createBookHost,
    startReader: (book) => createFileReader({ book, open, entriesPerPage }),
    startWriter: () => ({ sample: async (day) => sampleFiles(day), stop: () => {} }),
    startSheet: createSheetHost,
    startBackup: backups.startBackup,
  }
  const world: TestWorld = { api: whole(api), workers, choose, kept, witnessed, told, backups, losses: [] }
  return world
}

/** A message no test expects fails the test instead of answering nothing. */
const whole = (some: Partial<Api>): Api =>
  new Proxy(some, {
    get: (target, name: keyof Api) => {
      if (target[name]) return target[name]
      throw new Error(`the data layer sent ${String(name)}`)
    },
  }) as Api

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Nothing stored: each test begins on a new machine. */
export async function emptyStorage(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = resolve
      request.onerror = reject
    })
  }
}

export const servicesOf = (started: { readonly state: string; readonly services?: Services }): Services => {
  if (!started.services) throw new Error(`the app is ${started.state}`)
  return started.services
}

/** A brand that is open, as the screens have it. */
export async function openTestBrand(world: TestWorld): Promise<OpenBrand> {
  const services = servicesOf(await startApp(world.api))
  const known = (await listBrands(services.registry))[0]
  const brand = known ?? valueOf(await createBrand(services, { ...sampleProfile, name: 'Tide & Fern' }))
  const open = valueOf(await openBrandServices(services, world.workers, brand))
  const loss = await open.loaded
  if (loss) throw new Error(`the book is ${loss.code}`)
  return {
    ...open,
    close: async () => {
      await open.close()
      services.registry.close()
    },
  }
}

/** Imports files as a person does who agrees with the preview. */
export async function bring(
  world: TestWorld,
  open: OpenBrand,
  files: Parameters<TestWorld['choose']>[0],
): Promise<string> {
  const session = valueOf(await preview(world, open, files))
  return valueOf(await session.commit(() => {})).importId
}

export const preview = (
  world: TestWorld,
  open: OpenBrand,
  files: Parameters<TestWorld['choose']>[0],
  signal = new AbortController().signal,
) => open.startImport({ files: world.choose(files), accounts: {}, onProgress: () => {}, signal })

export function valueOf<T>(result: Result<T, object>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`)
  return result.value
}
