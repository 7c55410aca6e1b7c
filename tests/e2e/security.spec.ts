import { readdirSync, readFileSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { expect, type Page, test, type Worker } from 'playwright/test'
import { contract } from '#shared/ipc/contract.ts'
import {
  dropFiles,
  freshFolder,
  launchApp,
  type Launched,
  project,
  removeFolders,
  sandboxSwitches,
} from './launch.ts'
import { canBeOrdinary, processesOf, startAsOrdinaryUser } from './ordinaryUser.ts'

// Electron's own checklist (docs/tutorial/security.md), item by item, read from the running app.

let launched: Launched
let page: Page
/** What the window complained of before the tests began to abuse it. */
let firstProblems: readonly string[] = []
let server: Server
/** What reached the network: the app must not speak to it, not even on this machine. */
const arrived: string[] = []
/** What the system was asked to open. */
let openedBySystem = ''

test.beforeAll(async () => {
  server = createServer((request, response) => {
    arrived.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('reached')
  })
  server.on('connection', () => arrived.push('connection'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const folder = await freshFolder()
  openedBySystem = join(folder, 'opened')
  const opener = join(folder, 'xdg-open')
  await writeFile(opener, `#!/bin/sh\necho "$@" >> '${openedBySystem}'\n`)
  await chmod(opener, 0o755)
  launched = await launchApp({ env: { PATH: [folder, process.env.PATH].join(delimiter) } })
  page = launched.page
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  firstProblems = [...launched.problems]
})
test.afterAll(async () => {
  await launched.close()
  server.close()
  await removeFolders()
})

const outside = () => `127.0.0.1:${(server.address() as AddressInfo).port}`
const webPreferences = () =>
  launched.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // not among Electron's types, and the only place where the settings in force can be read
    const read: unknown = window && Reflect.get(window.webContents, 'getLastWebPreferences')
    const all: Record<string, unknown> =
      typeof read === 'function' ? Reflect.apply(read, window?.webContents, []) : {}
    return { ...all }
  })
const sources = () =>
  ['electron', 'renderer']
    .flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(project, folder, name),
      ),
    )
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))

/** Every file of the build, as the window asks for it. */
const builtFiles = () =>
  readdirSync(join(project, 'out', 'renderer'), { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(project, 'out', 'renderer').length))

/** The app's workers, each started once more from its file if the first screen has not started it. */
async function workers(): Promise<readonly Worker[]> {
  for (const path of builtFiles().filter((name) => /worker[^/]*\.js$/i.test(name))) {
    const started = page.waitForEvent('worker')
    await page.evaluate((file) => void new Worker(file, { type: 'module' }), path)
    await started
  }
  return page.workers()
}

// A timer's turn runs by the page's own rules; what the debugger evaluates itself may step around the policy.
const compiles = () =>
  new Promise<string>((done) => {
    setTimeout(() => {
      try {
        // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the test is that it throws
        done(String(new Function('return "compiled"')()))
      } catch (error) {
        done(error instanceof EvalError ? 'refused' : String(error))
      }
    })
  })
const nodeNames = () =>
  ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'ipcRenderer'].filter(
    (name) => name in globalThis,
  )

test('1 only secure content: nothing outside the app is loaded, and no network is asked', async () => {
  const { errors } = await page.evaluate(async (host) => {
    const failed: string[] = []
    const note = (name: string) => () => failed.push(name)
    await fetch(`http://${host}/fetch`).catch(note('fetch'))
    await new Promise<void>((done) => {
      const image = new Image()
      image.addEventListener('error', () => done(void failed.push('image')))
      image.addEventListener('load', () => done())
      image.src = `http://${host}/image`
    })
    await new Promise<void>((done) => {
      const socket = new WebSocket(`ws://${host}/socket`)
      socket.addEventListener('error', () => done(void failed.push('socket')))
      socket.addEventListener('open', () => done())
    })
    await import(/* @vite-ignore */ `http://${host}/module.js`).catch(note('module'))
    navigator.sendBeacon(`http://${host}/beacon`)
    const link = document.createElement('link')
    Object.assign(link, { rel: 'prefetch', href: `http://${host}/prefetch` })
    document.head.append(link)
    return { errors: failed }
  }, outside())
  expect(errors).toEqual(['fetch', 'image', 'socket', 'module'])
  // and the same without a content policy in the way: a window of its own, a page without any
  const blocked = await launched.app.evaluate(async ({ BrowserWindow, session }, host) => {
    const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await bare.loadURL('data:text/html,<title>bare</title>')
    const inPage: unknown = await bare.webContents.executeJavaScript(`Promise.allSettled([
      fetch('http://${host}/bare'),
      new Promise((done, fail) => { const s = new WebSocket('ws://${host}/bare'); s.onopen = done; s.onerror = fail }),
      new Promise((done, fail) => { const i = new Image(); i.onload = done; i.onerror = fail; i.src = 'http://${host}/bare' }),
    ]).then((all) => all.map(({ status }) => status))`)
    bare.destroy()
    const inMain = await session.defaultSession.fetch(`http://${host}/main`).then(
      () => 'fulfilled',
      () => 'rejected',
    )
    return { inPage, inMain }
  }, outside())
  expect(blocked).toEqual({ inPage: ['rejected', 'rejected', 'rejected'], inMain: 'rejected' })
  expect(arrived).toEqual([])
})

test('2 no Node.js in page, frames and workers', async () => {
  const {
    nodeIntegration,
    nodeIntegrationInSubFrames,
    nodeIntegrationInWorker = false,
  } = await webPreferences()
  expect([nodeIntegration, nodeIntegrationInSubFrames, nodeIntegrationInWorker]).toEqual([
    false,
    false,
    false,
  ])
  expect(await page.evaluate(nodeNames)).toEqual([])
  for (const worker of await workers()) expect(await worker.evaluate(nodeNames)).toEqual([])
  const inFrame = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inner: object = frame.contentWindow ?? {}
    const names = ['require', 'process', 'Buffer', 'api'].filter((name) => name in inner)
    frame.remove()
    return names
  })
  expect(inFrame).toEqual([])
})

test('3 the preload lives in a world of its own', async () => {
  expect(await webPreferences()).toMatchObject({ contextIsolation: true })
  const answered = await page.evaluate(async () => {
    const { stringify, parse } = JSON
    const { push } = Array.prototype
    const stolen: unknown[] = []
    const steal = (...given: unknown[]) => {
      stolen[stolen.length] = given
      return ''
    }
    Object.assign(JSON, { stringify: steal, parse: steal })
    Object.assign(Array.prototype, { push: steal })
    const info = await window.api.appInfo({})
    Object.assign(JSON, { stringify, parse })
    Object.assign(Array.prototype, { push })
    return { version: info.version, stolen: stolen.length }
  })
  expect(answered).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/), stolen: 0 })
})

test('4 every process of the window is sandboxed', async () => {
  expect(await webPreferences()).toMatchObject({ sandbox: true })
  const argv = await launched.app.evaluate(() => process.argv)
  expect(argv.filter((argument) => argument.includes('sandbox'))).toEqual(sandboxSwitches)
  expect(sources().filter((text) => text.includes('no-sandbox'))).toEqual([])
})

test('4 an ordinary user has the sandbox in every process', async () => {
  test.skip(!canBeOrdinary(), 'Root needs setpriv (util-linux) to start the app as somebody else.')
  const started = await startAsOrdinaryUser()
  try {
    await started.page.locator('#root > *').first().waitFor({ state: 'attached' })
    const { platform } = await started.page.evaluate(() => window.api.appInfo({}))
    expect(await started.page.evaluate(compiles)).toBe('refused')
    expect(await started.page.evaluate(nodeNames)).toEqual([])
    if (platform !== 'linux') return // other systems do not tell what a process may do
    const processes = processesOf(started.pid)
    expect(processes.filter(({ command }) => command.includes('no-sandbox'))).toEqual([])
    expect(processes.filter(({ status }) => /^Uid:\s+0\s/m.test(status))).toEqual([])
    const renderers = processes.filter(({ command }) => command.includes('--type=renderer'))
    expect(renderers.length).toBeGreaterThan(0)
    for (const { command, status } of renderers) {
      expect(command).toContain('--enable-sandbox')
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
      expect(status).toMatch(/^Seccomp:\s+2$/m) // system calls pass a filter
    }
  } finally {
    await started.close()
  }
})

// an AppImage's launcher adds the switch where the system withholds the namespaces of a sandbox
test('4 where a launcher takes the sandbox away, system calls of the window still pass a filter', async () => {
  test.skip(process.platform !== 'linux' || !canBeOrdinary(), 'only Linux has such launchers')
  const started = await startAsOrdinaryUser('--no-sandbox')
  try {
    await started.page.locator('#root > *').first().waitFor({ state: 'attached' })
    const renderers = processesOf(started.pid).filter(({ command }) => command.includes('--type=renderer'))
    expect(renderers.length).toBeGreaterThan(0)
    for (const { status } of renderers) expect(status).toMatch(/^Seccomp:\s+2$/m)
  } finally {
    await started.close()
  }
})

test('5 permissions are refused, but for the two in the table', async () => {
  const states = await page.evaluate(async () => {
    const state = async (name: string) => {
      const status = await navigator.permissions.query({ name: name as PermissionName }).catch(() => null)
      return [name, status?.state ?? 'unknown'] as const
    }
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ]
    return Object.fromEntries(await Promise.all(names.map(state)))
  })
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    midi: 'denied',
    'clipboard-read': 'denied',
    'persistent-storage': 'granted',
  })
  const asked = await page.evaluate(async () => {
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => 'given',
        (error: Error) => error.name,
      )
    return {
      media: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      place: await refused(new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail))),
      notes: await Notification.requestPermission(),
      kept: await navigator.storage.persist(),
    }
  })
  expect(asked).toMatchObject({ notes: 'denied', kept: true })
  expect([asked.media, asked.screen, asked.place]).not.toContain('given')
})

test('6 web security stays on', async () => {
  expect(await webPreferences()).toMatchObject({ webSecurity: true })
  expect(sources().filter((text) => /webSecurity: false|disable-web-security/.test(text))).toEqual([])
})

test('7 the content policy holds on every response, in the page and in every worker', async () => {
  expect(firstProblems).toEqual([])
  const staged = await page.evaluate(() =>
    window.api.stageFiles({ files: [{ name: 'policy.csv', text: 'a,b' }] }),
  )
  const handle = staged.ok ? (staged.files[0]?.handle ?? '') : ''
  const paths = [
    ...builtFiles(),
    '/',
    `/import/${handle}`,
    '/missing.js',
    `/import/${'0'.repeat(32)}`,
    '/..%2fmain',
  ]
  const policies = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(
          async (path) => (await fetch(path)).headers.get('content-security-policy') ?? `none on ${path}`,
        ),
      ),
    paths,
  )
  const nonces = policies.map((policy) => /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1])
  expect(new Set(nonces).size).toBe(paths.length)
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe')
  }
  expect(await page.evaluate(compiles)).toBe('refused')
  const all = await workers()
  expect(all.length).toBeGreaterThan(0)
  for (const worker of all) expect(await worker.evaluate(compiles)).toBe('refused')
})

test('7 injected scripts and addresses do not run', async () => {
  const ran = await page.evaluate(async () => {
    const host = document.createElement('div')
    document.body.append(host)
    const script = document.createElement('script')
    script.textContent = 'window.ran = "inline"'
    host.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.ran = "handler"')
    image.src = 'data:image/png;base64,broken'
    host.append(image)
    const link = document.createElement('a')
    link.href = 'javascript:void(window.ran = "address")'
    host.append(link)
    link.click()
    const blob = document.createElement('script')
    blob.src = URL.createObjectURL(new Blob(['window.ran = "blob"']))
    host.append(blob)
    await new Promise((done) => setTimeout(done, 500))
    host.remove()
    return Reflect.get(window, 'ran') ?? 'nothing'
  })
  expect(ran).toBe('nothing')
})

test('8 insecure content is not allowed', async () => {
  expect((await webPreferences()).allowRunningInsecureContent).toBe(false)
})

test('9 experimental features are off', async () => {
  expect((await webPreferences()).experimentalFeatures).toBe(false)
})

test('10 no engine features are switched on', async () => {
  expect((await webPreferences()).enableBlinkFeatures ?? '').toBe('')
  const argv = await launched.app.evaluate(() => process.argv)
  expect(argv.filter((argument) => /enable-(blink-)?features/.test(argument))).toEqual([])
})

test('11 there are no webviews, so none has popups', async () => {
  expect((await webPreferences()).webviewTag).toBe(false)
  expect(sources().filter((text) => text.includes('<webview'))).toEqual([])
})

test('12 a webview made by a script does nothing, and would be refused', async () => {
  const contents = await page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.com/')
    document.body.append(view)
    const kind = view.constructor.name
    view.remove()
    return kind
  })
  expect(contents).toBe('HTMLElement')
  const refused = await launched.app.evaluate(({ BrowserWindow }) => {
    let stopped = false
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.emit('will-attach-webview', { preventDefault: () => (stopped = true) }, {}, {})
    return stopped
  })
  expect(refused).toBe(true)
})

const ways = [
  'https://example.com/',
  'file:///etc/passwd',
  'data:text/html,x',
  'app://microbrand.evil/',
  'chrome://gpu',
]
test('13 the window stays where it is', async () => {
  const before = page.url()
  for (const way of [...ways, `http://${outside()}/leave`]) {
    await page.evaluate((address) => {
      location.href = address
      const form = document.createElement('form')
      form.action = address
      document.body.append(form)
      form.submit()
      const link = document.createElement('a')
      link.href = address
      document.body.append(link)
      link.click()
      const frame = document.createElement('iframe')
      frame.src = address
      document.body.append(frame)
      setTimeout(() => [form, link, frame].forEach((element) => element.remove()), 150)
    }, way)
    await page.waitForTimeout(200)
    expect(page.url()).toBe(before)
  }
  const file = join(await freshFolder(), 'page.html')
  await writeFile(file, '<script>document.title = "ran"</script>')
  await dropFiles(page, [file])
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  expect(arrived).toEqual([])
})

test('14 no second window opens', async () => {
  const opened = await page.evaluate(
    (all) => all.map((address) => window.open(address, '_blank') === null),
    [...ways, 'about:blank', 'app://microbrand/index.html', ''],
  )
  expect(opened).not.toContain(false)
  await page.evaluate(() => {
    const link = document.createElement('a')
    Object.assign(link, {
      href: 'app://microbrand/index.html',
      target: '_blank',
      textContent: 'link',
      id: 'way-out',
    })
    link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9999; font-size: 40px'
    document.body.append(link)
  })
  for (const key of [null, 'Control', 'Shift'] as const) {
    if (key) await page.keyboard.down(key)
    await page.mouse.click(8, 8) // a locator would wait for a navigation that was refused
    if (key) await page.keyboard.up(key)
  }
  await page.evaluate(() => document.querySelector('#way-out')?.remove())
  expect(launched.app.windows()).toHaveLength(1)
})

test('15 nothing from a page is opened by the system', async () => {
  const before = page.url()
  for (const address of [
    'mailto:a@b.example',
    'smb://server/share',
    'ms-msdt:/id',
    'vscode://file/etc/passwd',
    'tel:1',
  ]) {
    await page.evaluate((href) => {
      location.href = href
      const link = document.createElement('a')
      Object.assign(link, { href, target: '_blank' })
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
  }
  await page.waitForTimeout(500)
  expect(page.url()).toBe(before)
  expect(await readFile(openedBySystem, 'utf8').catch(() => 'nothing')).toBe('nothing')
  expect(sources().filter((text) => /openExternal\(/.test(text))).toEqual([])
})

test('16 one exact version of Electron is built, and the running one is said', async () => {
  const { devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(devDependencies.electron).toMatch(/^(4[5-9]|[5-9]\d)\.\d+\.\d+$/)
  const { electron, chromium } = await page.evaluate(() => window.api.appInfo({}))
  expect([electron, chromium]).toEqual(
    await launched.app.evaluate(() => [process.versions.electron, process.versions.chrome]),
  )
})

test('17 messages of other frames are refused', async () => {
  const script = builtFiles().find((name) => name.endsWith('.js')) // a document of the app that runs nothing
  const answers = await launched.app.evaluate(async ({ app, BrowserWindow }, path) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        nodeIntegrationInSubFrames: true, // gives the preload to frames, which the app itself never does
        preload: `${app.getAppPath()}/out/preload/preload.cjs`,
      },
    })
    await window.loadURL(`app://microbrand${path}`)
    const ask = 'api.appInfo({}).then(() => "answered", (error) => error.message)'
    const top: unknown = await window.webContents.executeJavaScript(ask)
    await window.webContents.executeJavaScript(
      'new Promise((done) => { const f = document.createElement("iframe"); f.onload = done; f.srcdoc = "<p>inner</p>"; document.body.append(f) })',
    )
    const [frame] = window.webContents.mainFrame.frames
    const inner: unknown = await frame?.executeJavaScript(ask)
    await window.loadURL('data:text/html,foreign')
    const foreign: unknown = await window.webContents.executeJavaScript(ask)
    window.destroy()
    return { top, inner, foreign }
  }, script)
  expect(answers).toEqual({
    top: 'answered',
    inner: expect.stringContaining('untrusted-sender'),
    foreign: expect.stringContaining('untrusted-sender'),
  })
})

test('17 messages of another shape are refused with a code', async () => {
  const answers = await page.evaluate(() => {
    const api: unknown = window.api
    const calls = Object.entries(api as Record<string, (...given: unknown[]) => Promise<unknown>>)
    const garbage = [undefined, null, 1, 'text', [], { path: '/etc/passwd' }, { handle: '../../etc/passwd' }]
    return Promise.all(
      calls
        .filter(([name]) => !['onCommand', 'acceptDropped', 'chooseFiles', 'showDataFolder'].includes(name))
        .flatMap(([name, call]) =>
          garbage.map((value) =>
            call(value).then(
              () => `${name} answered`,
              (error: Error) => error.message,
            ),
          ),
        ),
    )
  })
  expect(answers.filter((answer) => !answer.endsWith('Error: invalid-request'))).toEqual([])
})

const wayOut = [
  '/..%2f..%2fpackage.json',
  '/%2e%2e/main/main.js',
  '/..%5c..%5cpackage.json',
  '/....//....//package.json',
  '/%252e%252e%252fpackage.json',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/C:/Windows/win.ini',
  '/index.html%00',
  '/.env',
  `/${'a'.repeat(4096)}`,
  '/import/..%2f..%2fpackage.json',
  '/assets',
]
test('18 pages come from app:// alone, and no address leads out of the build', async () => {
  expect(page.url()).toMatch(/^app:\/\/microbrand\//)
  const statuses = await page.evaluate(
    (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
    wayOut.map((path) => `app://microbrand${path}`),
  )
  expect(statuses.filter((status) => status !== 404)).toEqual([])
  const foreign = await page.evaluate(() =>
    Promise.all(
      ['file:///etc/passwd', 'app://microbrand.evil/', 'app://evil@microbrand.evil/'].map((address) =>
        fetch(address).then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    ),
  )
  expect(foreign).toEqual(['refused', 'refused', 'refused'])
})

test('19 the fuses of a packaged app are set', async () => {
  const text = readFileSync(join(project, 'electron-builder.yml'), 'utf8')
  const fuses = Object.fromEntries(
    [...text.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, fuse, state]) => [fuse, state]),
  )
  expect(fuses).toMatchObject({
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    grantFileProtocolExtraPrivileges: 'false',
  })
})

test('20 the window sees one frozen object of named functions, and nothing of Electron', async () => {
  const seen = await page.evaluate(() => ({
    names: Object.keys(window.api).toSorted(),
    kinds: [...new Set(Object.values(window.api).map((value) => typeof value))],
    frozen: Object.isFrozen(window.api),
    replaceable: Reflect.set(window, 'api', {}) && Object.keys(window.api).length === 0,
  }))
  expect(seen).toEqual({
    names: [...Object.keys(contract), 'onCommand'].toSorted(),
    kinds: ['function'],
    frozen: true,
    replaceable: false,
  })
})
