import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme, protocol, session, shell } from 'electron'
import type sentences from '#resources/locales/en/main.json'
import { origin, scheme } from '#shared/identity.ts'
import type { Command } from '#shared/ipc/contract.ts'
import { appInfo } from './appInfo.ts'
import { answer } from './appProtocol.ts'
import { type Backups, createBackups } from './backup/backups.ts'
import { openCatalogue } from './backup/catalogue.ts'
import { createProverProcess } from './backup/proverProcess.ts'
import { type CloseGuard, guardClosing } from './closeGuard.ts'
import { type CommandLine, readCommandLine } from './commandLine.ts'
import { ask, chooseBackup, chooseFiles, chooseFolder, chooseTarget } from './dialogs.ts'
import { codeOf, systemDisk as disk } from './files/disk.ts'
import { createFindBar, type FindBar } from './find/findBar.ts'
import { createHandles, type Handles } from './files/handles.ts'
import { sealedFile } from './files/sealedFile.ts'
import { type End, watchEnd } from './files/watchEnd.ts'
import { sweepTemporaries } from './files/writeAtomically.ts'
import { createSaves, type Saves } from './files/saves.ts'
import { createHandlers } from './handlers.ts'
import { serveAll } from './ipc.ts'
import type { Log } from './log/log.ts'
import type { OpenedFiles } from './openedFiles.ts'
import { openPaperPage } from './paper/paperWindow.ts'
import { createPress } from './paper/press.ts'
import { createPrinting } from './printing.ts'
import { openRecentFiles, type RecentFiles } from './recentFiles.ts'
import { isTrustedFrame, lockSession } from './security.ts'
import { showMenu } from './showMenu.ts'
import { createShownBrands, type ShownBrands } from './shownBrands.ts'
import { watchSwipe } from './swipe.ts'
import { watchWindow } from './watchWindow.ts'
import { backgroundColour, focusWindow, openWindow, ownPreferences, watchPlace } from './window.ts'
import { openWindowMemory, type WindowMemory } from './windowMemory.ts'
import { openWitness, type Witness } from './witness/witness.ts'
import { watchZoom } from './zoom.ts'

type Parts = {
  readonly commandLine: CommandLine
  readonly opened: OpenedFiles
  readonly userData: string
  readonly words: typeof sentences
  readonly log: Log
}

const engine = Number(process.versions.electron.split('.')[0])
const quit = () => app.quit()

/** Opens the app: first what must be there, then the one window and all it may ask for. */
export async function start({ userData, ...parts }: Parts): Promise<void> {
  const { words, log } = parts
  const keptFolder = join(userData, 'kept')
  for (const folder of [userData, keptFolder]) await sweepTemporaries(disk, folder)
  const witness = await openWitness({
    file: sealedFile(disk, userData, 'witness.json'),
    engine,
    usedBefore: await holdsFiles(keptFolder),
  })
  const showDataFolder = () => void shell.openPath(userData)
  if (witness.engineIsOlder) return refuseOlder(words, showDataFolder)
  const memory = await openWindowMemory({
    file: sealedFile(disk, userData, 'window.json'),
    onError: (error) => log('window-place-not-saved', error),
  })
  const recent = await openRecentFiles({
    file: sealedFile(disk, userData, 'recent.json'),
    system: process.platform === 'linux' ? null : app,
    onError: (error) => log('recent-files-not-saved', error),
  })
  const end = await watchEnd(disk, userData, log)
  const openBackups = (changed: () => void) => startBackups({ userData, keptFolder, log, changed })
  await openApp({ ...parts, witness, keptFolder, memory, recent, end, openBackups, showDataFolder })
}

type BackupParts = Pick<Parts, 'userData' | 'log'> & {
  readonly keptFolder: string
  readonly changed: () => void
}

async function startBackups({ userData, keptFolder, log, changed }: BackupParts): Promise<Backups> {
  const prover = createProverProcess(join(app.getAppPath(), 'out', 'main', 'prover.js'))
  const catalogue = await openCatalogue({
    disk,
    file: sealedFile(disk, userData, 'backups.json'),
    defaultFolder: join(userData, 'backups'),
    prover,
  })
  // a folder on a disk that is not there, or not ours to tidy, is told of when it is written to
  await sweepTemporaries(disk, catalogue.folder()).catch((error: unknown) => log('backups-not-swept', error))
  const now = () => new Date()
  return createBackups({
    disk,
    catalogue,
    prover,
    keptFolder,
    appVersion: app.getVersion(),
    now,
    changed,
    log,
  })
}

type State = Omit<Parts, 'userData'> & {
  readonly witness: Witness
  readonly keptFolder: string
  readonly memory: WindowMemory
  readonly recent: RecentFiles
  readonly end: End
  readonly openBackups: (changed: () => void) => Promise<Backups>
  readonly showDataFolder: () => void
}

async function openApp(state: State): Promise<void> {
  const { words, log, memory, recent, opened, showDataFolder } = state
  const handles = createHandles()
  const saves = createSaves(disk)
  lockSession(session.defaultSession, !app.isPackaged)
  const root = join(app.getAppPath(), 'out', 'renderer')
  const backups = await state.openBackups(() => send('backups-changed'))
  protocol.handle(scheme, (request) => answer(request, { root, handles, backups, readFile }))

  nativeTheme.themeSource = memory.state().theme
  const window = openWindow(memory.state())
  const send = (command: Command) => {
    if (!window.isDestroyed()) window.webContents.send('command', command)
  }
  const guard = guardClosing({ window, send, log })
  opened.tell(() => {
    guard.comeBack()
    focusWindow(window)
    send('opened-files')
  })
  const reported = watchWindow(window, { words, log, showDataFolder, quit })
  const findBar = createFindBar({
    window,
    address: `${origin}/find.html`,
    webPreferences: ownPreferences(),
    zoom: () => memory.state().zoom,
  })
  const brands = createShownBrands()
  serve({ ...state, window, handles, saves, findBar, backups, guard, reported, showBrands: brands.set })
  letGoWithPage(window, backups, guard)
  dropWithWindow(window, saves)
  const zoom = watchZoom({
    contents: window.webContents,
    factor: memory.state().zoom,
    remember: (factor) => {
      memory.remember({ zoom: factor })
      findBar.place()
    },
  })
  const give = (command: Command) => findBar.takes(command) || send(command)
  const findNext = findBar.step
  showMenu({ words: words.menu, send: give, showDataFolder, zoom, findNext, recent, opened, brands })
  watchPlace(window, memory.remember)
  watchSwipe(window, send)
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(backgroundColour())
  })
  takeLaterFiles(window, opened, guard)
  endWith([memory, recent, { settled: saves.dropAll }, state.end])
  // a page that does not come, or is reloaded before it has, is noticed by who waits for its report
  await window.loadURL(`${origin}/index.html`).catch((error: unknown) => log('window-not-loaded', error))
}

type Served = State & {
  readonly window: BrowserWindow
  readonly handles: Handles
  readonly saves: Saves
  readonly findBar: FindBar
  readonly backups: Backups
  readonly guard: CloseGuard
  readonly reported: () => void
  readonly showBrands: ShownBrands['set']
}

function serve({ window, words, log, memory, opened, reported, commandLine, ...parts }: Served): void {
  const press = createPress({ open: openPaperPage, patience: 60_000 })
  window.once('closed', press.close)
  const handlers = createHandlers({
    ...parts,
    disk,
    log,
    appInfo: () => appInfo(commandLine.today),
    chooseFiles: () => chooseFiles(words.choose, window),
    chooseTarget: (suggestedName, kind) => chooseTarget(words.save, window, suggestedName, kind),
    printing: createPrinting(window.webContents),
    press,
    choosePaperFolder: () => chooseFolder(words.paperFolder, window, app.getPath('documents')),
    takeOpened: opened.take,
    chooseBackup: () => chooseBackup(words.backup, window),
    chooseFolder: (present) => chooseFolder(words.backupFolder, window, present),
    showFile: (path) => shell.showItemInFolder(path),
    setTheme: (theme) => {
      nativeTheme.themeSource = theme
      memory.remember({ theme })
    },
    alive: reported,
    wasCutOff: parts.end.wasCutOff,
    reported: async (doubtful) => {
      reported()
      if (doubtful) await askAboutDoubt(words, window, parts.showDataFolder)
    },
  })
  serveAll({ isTrusted: ({ senderFrame }) => isTrustedFrame(senderFrame), onError: log }, handlers)
}

/** A page that is gone, reloaded or crashed sends no more parts. */
function dropWithWindow({ webContents }: BrowserWindow, { dropAll }: Saves): void {
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) void dropAll()
  })
  webContents.on('render-process-gone', () => void dropAll())
}

/** What a page began ends with it. */
function letGoWithPage(window: BrowserWindow, backups: Backups, guard: CloseGuard): void {
  const letGo = () => {
    guard.mind(false)
    void backups.letGo()
  }
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) letGo()
  })
  window.webContents.on('render-process-gone', () => {
    letGo()
    guard.closed()
  })
}

function takeLaterFiles(window: BrowserWindow, opened: OpenedFiles, guard: CloseGuard): void {
  app.on('second-instance', (_event, argv, folder) => {
    if (window.isDestroyed()) return
    guard.comeBack()
    focusWindow(window)
    opened.add(readCommandLine(argv, { packaged: app.isPackaged, folder }).files)
  })
}

/** What was remembered last is still on its way to the disk when the window is gone. */
function endWith(memories: readonly { readonly settled: () => Promise<void> }[]): void {
  app.on('window-all-closed', quit)
  app.once('will-quit', (event) => {
    event.preventDefault()
    void Promise.all(memories.map(({ settled }) => settled())).then(() => app.exit(0))
  })
}

async function refuseOlder(words: Parts['words'], showDataFolder: () => void): Promise<void> {
  const answered = await ask(words.older, ['folder', 'quit'], null)
  if (answered === 'folder') showDataFolder()
  quit()
}

async function askAboutDoubt(words: Parts['words'], window: BrowserWindow, showDataFolder: () => void) {
  const answered = await ask(words.doubtful, ['folder', 'begin', 'quit'], window)
  if (answered === 'begin') return
  if (answered === 'folder') showDataFolder()
  quit()
}

async function holdsFiles(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  return names.length > 0
}
