import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, chown, cp, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { chromium, expect, type Page } from 'playwright/test'
import { freshFolder, project } from './launch.ts'

const nobody = 65534
const setpriv = 'setpriv' // of util-linux
const isRoot = process.getuid?.() === 0

/** Root cannot have the sandbox, so root becomes somebody else; without `setpriv` (util-linux) it cannot. */
export const canBeOrdinary = () => !isRoot || hasSetpriv()
function hasSetpriv(): boolean {
  try {
    execFileSync(setpriv, ['--version'])
    return true
  } catch {
    return false
  }
}

/** What stands before a command so that it runs as somebody who has a sandbox. */
export const asOrdinaryUser: readonly string[] = isRoot
  ? [setpriv, `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--']
  : []

export type Started = {
  readonly page: Page
  readonly pid: number
  readonly close: () => Promise<void>
}

/** Starts the built app with its sandbox, as every person has it: no switch takes anything away that is not given. */
export async function startAsOrdinaryUser(...switches: readonly string[]): Promise<Started> {
  const electron: unknown = createRequire(import.meta.url)('electron')
  const { executable, app, home } = isRoot
    ? await copyForOthers(String(electron))
    : await inPlace(String(electron))
  return startProgram([executable, ...switches, app, `--user-data=${join(home, 'data')}`], home)
}

/**
 * Starts a program of the app as somebody who has a sandbox, and looks into its window from outside. `inside` stands
 * before the command where that is in another system.
 */
export async function startProgram(
  command: readonly string[],
  home: string,
  env: Readonly<Record<string, string>> = {},
  inside: readonly string[] = [],
): Promise<Started> {
  const [program = '', ...given] = [...inside, ...asOrdinaryUser, ...command]
  const child = spawn(program, [...given, '--remote-debugging-port=0'], {
    cwd: home,
    env: { ...process.env, HOME: home, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const close = async () => {
    const ended = new Promise((done) => child.once('exit', done))
    if (child.kill()) await ended
  }
  try {
    const port = await debuggerOf(child)
    await expect.poll(() => pagesAt(port)).toBe(1) // connecting before the window is there waits for ever
    const browser = await connected(port)
    const page = browser.contexts()[0]?.pages()[0]
    if (page === undefined || child.pid === undefined) throw new Error('no window')
    return { page, pid: child.pid, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A connection made while the window is only just there may never be answered; the next one is. */
async function connected(port: string) {
  for (let left = 3; ; left--) {
    const attempt = chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 10_000 })
    const browser = left === 0 ? await attempt : await attempt.catch(() => null)
    if (browser !== null) return browser
  }
}

/** Command line and status of a process and of all it started. */
export function processesOf(pid: number): readonly { readonly command: string; readonly status: string }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess)
  const family = new Set([pid])
  // Numbers of processes begin again after the largest: a child's may be smaller than its parent's.
  for (let known = 0; known < family.size;) {
    known = family.size
    for (const { id, parent } of all) if (family.has(parent)) family.add(id)
  }
  return all.filter(({ id }) => family.has(id))
}

function readProcess(name: string) {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8')
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return [{ id: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), command, status }]
  } catch {
    return [] // ended meanwhile
  }
}

const inPlace = async (executable: string) => ({ executable, app: project, home: await freshFolder() })

/** Root's own folders are closed to others: they get a copy of Electron and of the build. */
async function copyForOthers(executable: string) {
  const home = await freshFolder()
  const [electron, app] = [join(home, 'electron'), join(home, 'app')]
  await cp(dirname(executable), electron, { recursive: true })
  await mkdir(app)
  for (const part of ['out', 'package.json'])
    await cp(join(project, part), join(app, part), { recursive: true })
  for (const folder of [home, app]) {
    await chmod(folder, 0o755)
    await chown(folder, nobody, nobody)
  }
  const helper = join(electron, 'chrome-sandbox') // used where users may not make namespaces of their own
  await chown(helper, 0, 0)
  await chmod(helper, 0o4755)
  return { executable: join(electron, basename(executable)), app, home }
}

async function pagesAt(port: string): Promise<number> {
  const list: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()
  return Array.isArray(list) ? list.filter(({ url }: { url: string }) => url.startsWith('app:')).length : 0
}

/** The port on which the app says that it can be looked into. */
function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (text) => {
      said += String(text)
      const [, port] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? []
      if (port !== undefined) resolve(port)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`The app ended:\n${said}`)))
  })
}
