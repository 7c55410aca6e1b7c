import type { BrowserWindow } from 'electron'
import type sentences from '#resources/locales/en/main.json'
import { ask } from './dialogs.ts'
import type { Log } from './log/log.ts'

type Parts = {
  readonly words: typeof sentences
  readonly log: Log
  readonly showDataFolder: () => void
  readonly quit: () => void
}

/** How long the window may take to say what it found in the databases. */
const patience = 10_000

/** Offers a way on when the window crashes, hangs, or never says what it found. Returns what to call once it has said so. */
export function watchWindow(window: BrowserWindow, parts: Parts): () => void {
  watchCrashes(window, parts)
  return watchReport(window, parts)
}

function watchCrashes(window: BrowserWindow, { words, log, quit }: Parts): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`window-${reason}`)
    if (reason === 'clean-exit') return
    void ask(words.crashed, ['reload', 'quit'], window).then((answer) =>
      answer === 'reload' ? window.reload() : quit(),
    )
  })
  let answered: AbortController | null = null
  window.on('unresponsive', () => {
    log('window-unresponsive')
    answered = new AbortController()
    void ask(words.unresponsive, ['wait', 'reload', 'wait'], window, answered.signal).then((answer) => {
      if (answer === 'reload') reloadHanging(window)
    })
  })
  window.on('responsive', () => answered?.abort())
}

/** A page in an endless loop does not hear `reload`. */
function reloadHanging(window: BrowserWindow): void {
  window.webContents.once('render-process-gone', () => window.reload())
  window.webContents.forcefullyCrashRenderer()
}

function watchReport(window: BrowserWindow, parts: Parts): () => void {
  let timer: NodeJS.Timeout | undefined
  let waiting: AbortController | null = null
  const settled = () => {
    clearTimeout(timer)
    waiting?.abort() // a late answer takes the dialog away again
    waiting = null
  }
  const silent = () => {
    parts.log('window-no-report')
    waiting = new AbortController()
    void askAboutSilence(window, parts, waiting.signal)
  }
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return
    settled()
    timer = setTimeout(silent, patience)
  })
  window.webContents.on('render-process-gone', settled)
  window.on('closed', settled)
  return settled
}

async function askAboutSilence(window: BrowserWindow, parts: Parts, signal: AbortSignal): Promise<void> {
  const answer = await ask(parts.words.noReport, ['retry', 'folder', 'quit', 'wait'], window, signal)
  if (signal.aborted) return
  if (answer === 'retry') window.reload()
  if (answer === 'folder') parts.showDataFolder()
  if (answer === 'quit') parts.quit()
}
