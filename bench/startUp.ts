import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { appWords, money, openApp, since, switches } from './app.ts'
import { bareText, floorApp } from './floors.ts'
import type { ExportFile } from './generate.ts'
import { median, row } from './results.ts'
import type { Row } from './results.ts'

const electron: unknown = createRequire(import.meta.url)('electron') // outside Electron: the path of its binary
const probe = join(process.cwd(), 'bench', 'startProbe.cjs')

/** What takes longer never comes. Milliseconds. */
const longestStart = 120_000

/**
 * Starts a program of Electron's without any driver and says how long each stage took, from the start of the process to
 * two frames after all texts of the stage stood in the window.
 */
async function startUp(
  words: readonly string[],
  stages: readonly (readonly string[])[],
): Promise<readonly number[]> {
  const began = performance.timeOrigin + performance.now()
  const child = spawn(String(electron), ['-r', probe, ...words], {
    env: { ...process.env, BENCH_TEXTS: JSON.stringify(stages), LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const times = new Map<number, number>()
  let output = ''
  const limit = setTimeout(() => child.kill(), longestStart)
  for await (const chunk of child.stdout) {
    output += String(chunk)
    for (const [, stage, time] of output.matchAll(/^drawn (\d+) ([\d.]+)$/gm))
      times.set(Number(stage), Number(time) - began)
    if (times.size === stages.length) break
  }
  clearTimeout(limit)
  child.kill()
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  if (times.size < stages.length) throw new Error(`the window never showed ${JSON.stringify(stages)}`)
  return stages.map((_, stage) => times.get(stage) ?? Number.NaN)
}

/** Titles of cards that stand there once they are answered, from what was stored or else from the book itself. */
const cards = ['Top products', 'Top clients', 'New and returning buyers']

/** How long Home is looked at before the app is closed and measured, in milliseconds: what it shows is kept meanwhile. */
const look = 5000

/** As somebody does who opens the app, sees Home and closes it. */
async function openOnce(userData: string): Promise<void> {
  const { app, page } = await openApp(userData)
  await page.getByText(cards[0] ?? '', { exact: true }).waitFor({ timeout: longestStart })
  await page.waitForTimeout(look)
  await app.close()
}

/** Starts of an app that holds this file, beside starts of a window that holds nothing. */
export async function startRows(
  file: ExportFile,
  userData: string,
  freshFolder: () => string,
  runs: number,
): Promise<Row[]> {
  const bare: number[] = []
  const painted: number[] = []
  const mixed: number[] = []
  const answered: number[] = []
  const figure = money(since(file.expected).kept)
  await openOnce(userData)
  for (let run = 0; run < runs; run++) {
    const [window = 0] = await startUp([...switches, floorApp, `--user-data=${freshFolder()}`], [[bareText]])
    const mix = [figure, 'Physical products']
    const [home = 0, parts = 0, all = 0] = await startUp(appWords(userData), [
      [figure],
      mix,
      [...mix, ...cards],
    ])
    bare.push(window)
    painted.push(home)
    mixed.push(parts)
    answered.push(all)
  }
  const floor = median(bare)
  return [
    row('start to painted Home; floor: a bare window', file.count, median(painted), 'ms', {
      floor,
      budget: 1.5,
    }),
    row('start to the figures and the mix of Home answered', file.count, median(mixed), 'ms'),
    row('start to all of Home answered; floor: a bare window', file.count, median(answered), 'ms', {
      floor,
      budget: 4,
    }),
  ]
}
