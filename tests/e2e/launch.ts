import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright/test'
import type { Api } from '#shared/ipc/contract.ts'

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  interface Window {
    readonly api: Api
  }
}

export const project = resolve(import.meta.dirname, '..', '..')

/** A process of root has no sandbox to run in; nobody else is without. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export type Launched = {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Console errors (a violated content policy is one), uncaught errors and crashes of page and workers. */
  readonly problems: readonly string[]
  /** Ends the app; the folder of its data stays. */
  readonly close: () => Promise<void>
}

type Options = {
  /** The data of an earlier start; a fresh folder without it. */
  readonly userData?: string
  /** A fixed day, `YYYY-MM-DD`. */
  readonly today?: string
  /** Files and switches given on the command line. */
  readonly args?: readonly string[]
  /** Set on top of the environment of the test. */
  readonly env?: Readonly<Record<string, string>>
}

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
/** A folder that goes with the test run, or earlier with `removeFolders`. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'microbrand-'))
  folders.push(folder)
  return folder
}
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Starts the built app as a person would, with its own data folder. */
export async function launchApp(options: Options = {}): Promise<Launched> {
  const userData = options.userData ?? (await freshFolder())
  const today = options.today === undefined ? [] : [`--today=${options.today}`]
  const app = await _electron.launch({
    args: [...sandboxSwitches, project, `--user-data=${userData}`, ...today, ...(options.args ?? [])],
    cwd: project,
    env: { ...environment(), ...options.env },
  })
  const problems = collectProblems(app)
  const page = await app.firstWindow()
  return { app, page, userData, problems, close: () => app.close() }
}

const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

function collectProblems(app: ElectronApplication): readonly string[] {
  const problems: string[] = []
  app.context().on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  app
    .context()
    .on('weberror', (error) => problems.push(`error: ${error.error().stack ?? error.error().message}`))
  app.on('window', (page) => page.on('crash', () => problems.push('crash')))
  return problems
}

/** No process of the app is left time to tidy up. */
export async function killAll({ app }: Launched): Promise<void> {
  const main = app.process()
  const ended = once(main, 'exit')
  process.kill(process.platform === 'win32' ? (main.pid ?? 0) : -(main.pid ?? 0), 'SIGKILL')
  await ended
}

/** The next time the app asks for files, the person chooses these; none: the person cancels. */
export function stubOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  return app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
    },
    [...paths],
  )
}

/** The next time the app asks where to save, the person says here; `null`: the person cancels. */
export function stubSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
  }, path)
}

/** Drops files from the disk, on the middle of the window unless told where, with their real paths as the system does. */
export async function dropFiles(
  page: Page,
  paths: readonly string[],
  place?: { readonly x: number; readonly y: number },
): Promise<void> {
  const { width, height } = await page.evaluate(() => ({
    width: window.innerWidth,
    height: window.innerHeight,
  }))
  const at = place ?? { x: Math.round(width / 2), y: Math.round(height / 2) }
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await session.detach()
}
