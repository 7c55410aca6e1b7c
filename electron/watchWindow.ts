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
  let asked: AbortController | null = null
  let reloading = false
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`window-${reason}`)
    asked?.abort()
    if (reloading) setImmediate(() => window.reload()) // the engine is still clearing up
    else if (reason !== 'clean-exit') void askAboutCrash(window, words, quit)
    reloading = false
  })
  window.on('unresponsive', () => {
    log('window-unresponsive')
    asked = new AbortController()
    const { signal } = asked
    void ask(words.unresponsive, ['reload', 'wait'], window, signal).then((answer) => {
      if (answer !== 'reload' || signal.aborted || window.isDestroyed()) return
      reloading = true // a page in an endless loop does not hear `reload`
      window.webContents.forcefullyCrashRenderer()
    })
  })
  window.on('responsive', () => asked?.abort())
}

async function askAboutCrash(window: BrowserWindow, words: Parts['words'], quit: () => void): Promise<void> {
  const answer = await ask(words.crashed, ['quit', 'reload'], window)
  if (window.isDestroyed()) return
  if (answer === 'reload') window.reload()
  else quit()
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
  if (signal.aborted || window.isDestroyed()) return
  if (answer === 'retry') window.reload()
  if (answer === 'folder') parts.showDataFolder()
  if (answer === 'quit') parts.quit()
}
