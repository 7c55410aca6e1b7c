import { readFileSync } from 'node:fs'
import type { Session } from 'electron'
import { expect, test } from 'vitest'
import { permissions } from './permissions.ts'
import {
  isAllowedRequest,
  isTrustedFrame,
  lockSession,
  privilegedScheme,
  stay,
  webPreferences,
} from './security.ts'

test('every window has the settings of the checklist', () => {
  expect(webPreferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    safeDialogs: true,
  })
})

test('the scheme is secure and does not step around the content policy', () => {
  expect(privilegedScheme).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  })
})

test.each([
  ['app://microbrand/index.html', true],
  ['app://microbrand/import/0123456789abcdef0123456789abcdef', true],
  ['blob:app://microbrand/7d0b8c4e', true],
  ['data:image/png;base64,AAAA', true],
  ['app://evil/index.html', false],
  ['app://microbrand.evil/index.html', false],
  ['app://microbrand@evil/', false],
  ['blob:https://evil/7d0b8c4e', false],
  ['blob:null/7d0b8c4e', false],
  ['http://127.0.0.1/', false],
  ['http://localhost:5173/', false],
  ['https://example.com/', false],
  ['https://microbrand/', false],
  ['ws://example.com/', false],
  ['wss://example.com/', false],
  ['ftp://example.com/', false],
  ['file:///etc/passwd', false],
  ['file://server/share', false],
  ['filesystem:app://microbrand/temporary/x', false],
  ['chrome://gpu', false],
  ['chrome-extension://abc/page.html', false],
  ['devtools://devtools/bundled/devtools_app.html', false],
  ['view-source:app://microbrand/', false],
  ['about:blank', false],
  ['javascript:alert(1)', false],
  ['mailto:a@b.example', false],
  ['smb://server/share', false],
  ['ms-msdt:/id', false],
  ['urn:uuid:1', false],
  ['', false],
])('a request for %j may pass: %s', (address, allowed) => {
  expect(isAllowedRequest(address, false)).toBe(allowed)
})

test('the developer tools of a build from source may load themselves', () => {
  expect(isAllowedRequest('devtools://devtools/bundled/devtools_app.html', true)).toBe(true)
  expect(isAllowedRequest('https://example.com/', true)).toBe(false)
})

test.each([
  'app://microbrand.evil/',
  'app://microbrand@evil/',
  'file:///etc/passwd',
  'data:text/html,x',
  'blob:app://microbrand/1',
  'javascript:alert(1)',
  'https://example.com/',
  'about:blank',
])('the window does not leave for %s', (url) => {
  let stopped = 0
  stay({ url, preventDefault: () => (stopped += 1) })
  expect(stopped).toBe(1)
  stay({ url: 'app://microbrand/index.html', preventDefault: () => (stopped += 1) })
  expect(stopped).toBe(1)
})

test('only the top frame of a page of the app is listened to', () => {
  expect(isTrustedFrame({ origin: 'app://microbrand', parent: null })).toBe(true)
  expect(isTrustedFrame(null)).toBe(false)
  expect(isTrustedFrame({ origin: 'app://microbrand', parent: {} })).toBe(false)
  for (const origin of ['null', '', 'app://microbrand.evil', 'file://', 'https://microbrand']) {
    expect(isTrustedFrame({ origin, parent: null })).toBe(false)
  }
})

type Reply = (granted: unknown) => void
type Asked = (contents: null, permission: string, reply: Reply, details: { requestingUrl: string }) => void
type Checked = (contents: null, permission: string, address: string) => boolean
/** What a session would have been told, to be asked in its place. */
function lockedSession() {
  const told = new Map<string, unknown>()
  const note = (name: string) => (value: unknown) => told.set(name, value)
  const session = {
    setPermissionRequestHandler: note('request'),
    setPermissionCheckHandler: note('check'),
    setDevicePermissionHandler: note('device'),
    setDisplayMediaRequestHandler: note('display'),
    setSpellCheckerEnabled: note('spelling'),
    webRequest: { onBeforeRequest: note('load') },
    on: (name: string, listener: unknown) => told.set(name, listener),
  }
  lockSession(session as unknown as Session, false)
  return told
}

/** All permissions Electron knows, so that a new one is noticed. */
const known = [
  ...(/setPermissionCheckHandler\(handler: \(\(webContents: [^,]+, permission: ([^,]+),/
    .exec(readFileSync('node_modules/electron/electron.d.ts', 'utf8'))?.[1]
    ?.matchAll(/'([^']+)'/g) ?? []),
].map(([, name]) => name ?? '')

test('of all permissions Electron knows, two are given, and only to the app', () => {
  expect(known.length).toBeGreaterThan(30)
  const told = lockedSession()
  const request = told.get('request') as Asked
  const check = told.get('check') as Checked
  const granted = (address: string) =>
    known.filter((permission) => {
      const replies: unknown[] = []
      request(null, permission, (reply) => replies.push(reply), { requestingUrl: address })
      expect(replies).toEqual([check(null, permission, address)])
      return replies[0]
    })
  expect(granted('app://microbrand/index.html').toSorted()).toEqual([
    'clipboard-sanitized-write',
    'persistent-storage',
  ])
  expect(granted('https://example.com/')).toEqual([])
  expect(Object.keys(permissions).toSorted()).toEqual(['clipboard-sanitized-write', 'persistent-storage'])
})

test('devices, screens, downloads and spelling dictionaries are refused', () => {
  const told = lockedSession()
  expect((told.get('device') as () => boolean)()).toBe(false)
  let streams: unknown = 'none yet'
  ;(told.get('display') as (request: object, reply: Reply) => void)({}, (given) => (streams = given))
  expect(streams).toEqual({})
  let stopped = false
  ;(told.get('will-download') as (event: object) => void)({ preventDefault: () => (stopped = true) })
  expect(stopped).toBe(true)
  expect(told.get('spelling')).toBe(false)
})
