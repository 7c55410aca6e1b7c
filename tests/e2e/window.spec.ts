import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { _electron, expect, type ElectronApplication, test } from 'playwright/test'
import {
  dropFiles,
  freshFolder,
  launchApp,
  type Launched,
  project,
  removeFolders,
  sandboxSwitches,
  stubOpenDialog,
  stubSaveDialog,
} from './launch.ts'

// The window and the machine: what main does for the page.

let open: Launched[] = []
async function start(options: Parameters<typeof launchApp>[0] = {}): Promise<Launched> {
  const launched = await launchApp(options)
  open.push(launched)
  await launched.page.locator('#root > *').first().waitFor({ state: 'attached' })
  return launched
}
async function end(launched: Launched): Promise<void> {
  open = open.filter((one) => one !== launched)
  await launched.close()
}
test.afterEach(async () => {
  for (const launched of open) await end(launched)
  await removeFolders()
})

/** Answers every question of the app from now on, and tells what was asked. */
const answerQuestions = (app: ElectronApplication, answer: string) =>
  app.evaluate(({ dialog }, wanted) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (...given: unknown[]) => {
      const { message, buttons } = given.at(-1) as { message: string; buttons: string[] }
      asked.push(message)
      return Promise.resolve({ response: buttons.indexOf(wanted), checkboxChecked: false })
    }
  }, answer)
const asked = (app: ElectronApplication) =>
  app.evaluate(() => [...(Reflect.get(globalThis, 'asked') as string[])])
const inWindow = (app: ElectronApplication, script: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  )

test('opens where it was left, in the theme that was chosen', async () => {
  const first = await start()
  const place = { x: 60, y: 40, width: 1000, height: 700 }
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    place,
  )
  await first.page.evaluate(() => window.api.setTheme({ theme: 'dark' }))
  await end(first)
  const second = await start({ userData: first.userData })
  const found = await second.app.evaluate(({ BrowserWindow, nativeTheme }) => {
    const [window] = BrowserWindow.getAllWindows()
    return {
      place: window?.getBounds(),
      colour: window?.getBackgroundColor(),
      dark: nativeTheme.shouldUseDarkColors,
    }
  })
  expect(found).toEqual({ place, colour: '#191A1E', dark: true })
})

test('a second start brings its files to the first window and ends', async () => {
  const { app, page, userData } = await start()
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    window.api.onCommand((command) => heard.push(command))
  })
  const file = join(await freshFolder(), 'orders.csv')
  await writeFile(file, 'x')
  const second = spawn(
    String(createRequire(import.meta.url)('electron')),
    [...sandboxSwitches, project, `--user-data=${userData}`, file],
    { stdio: 'ignore' },
  )
  expect(await once(second, 'exit')).toEqual([0, null])
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['opened-files'])
  expect(app.windows()).toHaveLength(1)
})

test('menu items and their shortcuts reach the window as commands', async () => {
  const { app, page } = await start()
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    window.api.onCommand((command) => heard.push(command))
  })
  await stubOpenDialog(app, [])
  const shortcuts = await app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu()
    for (const id of ['import', 'home', 'back']) menu?.getMenuItemById(id)?.click()
    return ['import', 'home', 'settings'].map((id) => menu?.getMenuItemById(id)?.accelerator)
  })
  expect(shortcuts).toEqual(['CmdOrCtrl+O', 'CmdOrCtrl+1', 'CmdOrCtrl+,'])
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'heard')))
    .toEqual(['import', 'home', 'back'])
})

test('a window that crashes can be reloaded', async () => {
  const { app, userData } = await start()
  await answerQuestions(app, 'Reload')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(() => asked(app)).toEqual(['The window stopped working'])
  await expect
    .poll(() => inWindow(app, 'document.querySelector("#root > *") !== null').catch(() => false))
    .toBe(true)
  expect(await readFile(join(userData, 'logs', 'main.log'), 'utf8')).toMatch(
    /"code":"window-(crashed|killed)"/,
  )
})

test('a window that hangs can be reloaded without another question', async () => {
  const { app, page, userData } = await start()
  await answerQuestions(app, 'Reload')
  await page.evaluate(() => Object.assign(window, { before: true }))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'))
  const log = () => readFile(join(userData, 'logs', 'main.log'), 'utf8')
  await expect.poll(log).toMatch(/"code":"window-(crashed|killed)"/) // what is asked of a dying page is never answered
  const reloaded = 'window.before === undefined && document.querySelector("#root > *") !== null'
  await expect.poll(() => inWindow(app, reloaded).catch(() => false)).toBe(true)
  expect(await asked(app)).toEqual(['The window does not answer'])
})

test('a window that never says what it found in the databases is not left to itself', async () => {
  const { app } = await start()
  await answerQuestions(app, 'Keep waiting')
  const [font] = (await readdir(join(project, 'out', 'renderer', 'assets'))).filter((name) =>
    name.endsWith('.css'),
  )
  await app.evaluate(
    ({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.loadURL(`app://microbrand/assets/${name}`),
    font,
  )
  await expect
    .poll(() => asked(app), { timeout: 20_000 })
    .toEqual(['Your records could not be opened in time'])
})

test('signs of earlier use without any record: the person is asked, never welcomed', async () => {
  const userData = await freshFolder()
  await mkdir(join(userData, 'kept'))
  await writeFile(join(userData, 'kept', `${'0'.repeat(64)}.gz`), 'kept')
  const launched = await launchApp({ userData })
  open.push(launched)
  const { app, page } = launched
  await page.waitForTimeout(1500) // the first question is the system's own dialog, which nobody answers
  expect(await page.locator('h1').count()).toBe(0)
  await answerQuestions(app, 'Begin anew')
  await inWindow(app, 'location.reload()')
  await expect.poll(() => asked(app)).toEqual(['Microbrand found no records here'])
  await expect(page.locator('h1').first()).toBeVisible()
})

test('data of a newer engine are not touched by an older one', async () => {
  const userData = await freshFolder()
  const content = { version: 1, engine: 999, brands: [] }
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  await writeFile(join(userData, 'witness.json'), JSON.stringify({ sha256, content }))
  const app = await _electron.launch({
    args: [...sandboxSwitches, project, `--user-data=${userData}`],
    cwd: project,
  })
  try {
    await app.evaluate(({ app: electron }) => electron.whenReady().then(() => undefined))
    await new Promise((done) => setTimeout(done, 1500))
    expect(app.windows()).toEqual([])
    expect(await readdir(userData)).not.toContain('IndexedDB')
  } finally {
    await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined) // it is gone before it can answer
    await app.close()
  }
})

test('a file of half a gigabyte streams through without being held', async () => {
  const { app, page } = await start()
  const file = join(await freshFolder(), 'huge.csv')
  const size = 500_000_000
  await writeFile(file, '')
  await truncate(file, size)
  await stubOpenDialog(app, [file])
  const memory = () => app.evaluate(() => process.memoryUsage().rss)
  const before = await memory()
  const read = page.evaluate(async () => {
    const chosen = await window.api.chooseFiles({})
    const handle = chosen.ok ? (chosen.files[0]?.handle ?? '') : ''
    const reader = (await fetch(`app://microbrand/import/${handle}`)).body?.getReader()
    let bytes = 0
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      bytes += part.value.length
    return bytes
  })
  let most = before
  const ended = read.then(() => true)
  while (!(await Promise.race([ended, new Promise((done) => setTimeout(() => done(false), 100))]))) {
    // The inspector of a busy process now and then drops an answer; the next one tells as much.
    most = Math.max(most, await memory().catch(() => 0))
  }
  expect(await read).toBe(size)
  expect(most - before).toBeLessThan(150_000_000)
})

test('a kept file comes back byte by byte under its name', async () => {
  const { page } = await start()
  const answer = await page.evaluate(async () => {
    const text = 'Order ID,Größe\r\n1,"a\nb"\r\n'
    const staged = await window.api.stageFiles({ files: [{ name: 'orders.csv', text }] })
    const handles = staged.ok ? staged.files.map(({ handle }) => handle) : []
    const kept = await window.api.keepFiles({ handles })
    await window.api.releaseFiles({ handles })
    const sha256 = kept.ok ? (kept.kept[0]?.sha256 ?? '') : ''
    const opened = await window.api.openKept({ sha256 })
    const missing = await window.api.openKept({ sha256: '0'.repeat(64) })
    const released = await fetch(`app://microbrand/import/${handles[0]}`)
    const back = opened.ok ? await (await fetch(`app://microbrand/import/${opened.file.handle}`)).text() : ''
    return { same: back === text, missing, released: released.status }
  })
  expect(answer).toEqual({ same: true, missing: { ok: false, error: { code: 'not-kept' } }, released: 404 })
})

test('saves where the person says, and says why it could not', async () => {
  const { app, page } = await start()
  const folder = await freshFolder()
  const save = () =>
    page.evaluate(() => window.api.saveText({ suggestedName: 'a/b', kind: 'csv', text: 'ä;1' }))
  await stubSaveDialog(app, join(folder, 'saved.csv'))
  expect(await save()).toEqual({ ok: true, name: 'saved.csv' })
  expect(await readFile(join(folder, 'saved.csv'), 'utf8')).toBe('ä;1')
  await stubSaveDialog(app, null)
  expect(await save()).toEqual({ ok: false, error: { code: 'cancelled' } })
  await stubSaveDialog(app, join(folder, 'saved.csv', 'inside-a-file.csv'))
  expect(await save()).toEqual({ ok: false, error: { code: 'failed' } })
  await stubSaveDialog(app, join(folder, 'picture.png'))
  const picture = await page.evaluate(() =>
    window.api.savePicture({ suggestedName: 'mix', bytes: new Uint8Array([137, 80, 78, 71]) }),
  )
  expect(picture).toEqual({ ok: true, name: 'picture.png' })
  expect([...(await readFile(join(folder, 'picture.png')))]).toEqual([137, 80, 78, 71])
})

test('dropped files arrive with their real paths, folders and made-up files do not', async () => {
  const { page } = await start()
  const folder = await freshFolder()
  const file = join(folder, 'größe.csv')
  await writeFile(file, 'a,b')
  await page.evaluate(() => {
    window.addEventListener('dragover', (event) => event.preventDefault())
    window.addEventListener('drop', (event) => {
      event.preventDefault()
      const dropped = [...(event.dataTransfer?.files ?? []), new File(['x'], 'made-up.csv')]
      void window.api.acceptDropped(dropped).then((answer) => Object.assign(window, { answer }))
    })
  })
  await dropFiles(page, [file, folder])
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'answer')))
    .toMatchObject({
      files: [{ name: 'größe.csv', size: 3 }],
      refused: [{ code: 'not-a-file' }, { name: '', code: 'not-a-file' }],
    })
})

test('the log holds no names, amounts or lines of files', async () => {
  const { page, userData } = await start()
  const stack = 'Error: Jane Doe paid $12.50\n    at importFile (app://microbrand/assets/index-1a.js:1:2)'
  await page.evaluate((text) => window.api.logError({ code: 'import-failed', stack: text }), stack)
  await page.evaluate(() => window.api.logError({ code: 'Jane Doe paid $12.50', stack: '' }))
  const log = await readFile(join(userData, 'logs', 'main.log'), 'utf8')
  expect(log).toContain('"code":"import-failed","stack":["at importFile (index-1a.js:1:2)"]')
  expect(log).not.toMatch(/Jane|12\.50/)
})
