import type { App, Session, WebContents, WebPreferences } from 'electron'
import { origin, scheme } from '#shared/identity.ts'
import { isAppAddress } from './appFiles.ts'
import { isPermitted } from './permissions.ts'

/** The settings of every window, all of them said although some are the default. */
export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false, // its dictionaries come from the network
  safeDialogs: true,
} as const satisfies WebPreferences

/** Must be registered before the app is ready. Changing it would change where the data is found. */
export const privilegedScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
}

/** Chromium's own traffic, off: the app asks nothing of any network. */
export const engineSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
]

/** The window's own files, what it made itself, and the developer tools of a build from source. */
export function isAllowedRequest(address: string, developerTools: boolean): boolean {
  if (address.startsWith('blob:')) return isAppAddress(address.slice('blob:'.length))
  if (address.startsWith('data:')) return true
  return isAppAddress(address) || (developerTools && address.startsWith('devtools:'))
}

type Frame = { readonly origin: string; readonly parent: unknown }
/** A message counts only from the top frame of a page of the app; the frame is null once it has gone. */
export const isTrustedFrame = (frame: Frame | null) =>
  frame !== null && frame.parent === null && frame.origin === origin

export function lockSession(session: Session, developerTools: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, reply, details) =>
    reply(isPermitted(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, requester) => isPermitted(permission, requester))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, reply) => reply({}))
  session.webRequest.onBeforeRequest((details, reply) =>
    reply({ cancel: !isAllowedRequest(details.url, developerTools) }),
  )
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault()) // files are saved through the system's dialog
}

type Leaving = { readonly preventDefault: () => void; readonly url: string }
/** Pages of the app may be loaded again; nothing leads anywhere else. */
export function stay(event: Leaving): void {
  if (!isAppAddress(event.url)) event.preventDefault()
}

function lockContents(contents: WebContents): void {
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Holds for every window and view there will ever be, also those nobody thought of. */
export const lockAllContents = (app: App) =>
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
