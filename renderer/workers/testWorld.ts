import { createHash } from 'node:crypto'
import type { Api, BrandState, ChosenFile, Loss } from '#shared/ipc/contract.ts'
import { sampleFiles } from '#shared/sample/sampleBrand.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import { createBookHost } from './bookHost.ts'
import { createFileReader } from './fileReader.ts'

/** For tests: main's side of the contract in memory, and the workers' code without workers. */
export type TestWorld = {
  readonly api: Api
  readonly workers: Workers
  /** As if the person had chosen these files. */
  readonly choose: (files: Readonly<Record<string, string | Uint8Array>>) => readonly ChosenFile[]
  readonly kept: Map<string, Uint8Array>
  readonly witnessed: Map<string, BrandState>
  readonly told: string[]
  losses: readonly Loss[]
}

export function createTestWorld({ entriesPerPage = 3, today = '2024-04-02' } = {}): TestWorld {
  const files = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()
  const kept = new Map<string, Uint8Array>()
  const witnessed = new Map<string, BrandState>()
  const told: string[] = []
  const done = { ok: true } as const
  let handles = 0

  const add = (name: string, bytes: Uint8Array): ChosenFile => {
    const handle = String(++handles).padStart(32, '0')
    files.set(handle, { name, bytes })
    return { handle, name, size: bytes.length }
  }
  const choose: TestWorld['choose'] = (chosen) =>
    Object.entries(chosen).map(([name, content]) => add(name, typeof content === 'string' ? new TextEncoder().encode(content) : content))

  const open = (handle: string) =>
    async function* () {
      const file = files.get(handle)
      if (!file) throw new Error('no such file')
      for (let at = 0; at < file.bytes.length; at += 4096) yield file.bytes.subarray(at, at + 4096)
    }

  const api: Partial<Api> = {
    appInfo: async () => ({
      version: '0.1.0', electron: '45', chromium: '156', platform: 'linux', packaged: false, userData: '/nowhere', locale: 'en',
      timeZone: 'America/New_York', country: 'US', fixedToday: today,
    }),
    hashFile: async ({ handle }) => {
      const file = files.get(handle)
      return file ? { ok: true, sha256: sha256(file.bytes), size: file.bytes.length } : { ok: false, error: { code: 'unknown-handle' } }
    },
    keepFiles: async ({ handles: wanted }) => {
      const found = wanted.map((handle) => ({ handle, bytes: files.get(handle)?.bytes ?? new Uint8Array() }))
      for (const { bytes } of found) kept.set(sha256(bytes), bytes)
      return { ok: true, kept: found.map(({ handle, bytes }) => ({ handle, sha256: sha256(bytes), size: bytes.length })) }
    },
    openKept: async ({ sha256: hash }) => {
      const bytes = kept.get(hash)
      return bytes ? { ok: true, file: add(hash, bytes) } : { ok: false, error: { code: 'not-kept' } }
    },
    stageFiles: async ({ files: texts }) => ({
      ok: true, refused: [], files: texts.map(({ name, text }) => add(name, new TextEncoder().encode(text))),
    }),
    releaseFiles: async ({ handles: released }) => {
      for (const handle of released) files.delete(handle)
      return done
    },
    reportDatabases: async () => ({ losses: [...world.losses] }),
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
  }
  const world: TestWorld = { api: whole(api), workers, choose, kept, witnessed, told, losses: [] }
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

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const servicesOf = (started: { readonly state: string; readonly services?: Services }): Services => {
  if (!started.services) throw new Error(`the app is ${started.state}`)
  return started.services
}
