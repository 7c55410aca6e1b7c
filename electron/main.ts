import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import sentences from '#resources/locales/en/main.json'
import { appId, userDataName } from '#shared/identity.ts'
import { readCommandLine } from './commandLine.ts'
import { openedFiles } from './openedFiles.ts'
import { openLog } from './log/log.ts'
import { engineSwitches, lockAllContents, privilegedScheme } from './security.ts'
import { start } from './start.ts'

// All of this has to be said before the engine is ready.
const commandLine = readCommandLine(process.argv, { packaged: app.isPackaged, folder: process.cwd() })
const name = userDataName(app.isPackaged)
const userData = commandLine.userData ?? join(app.getPath('appData'), name)
mkdirSync(userData, { recursive: true })
app.setName(name)
app.setPath('userData', userData)
app.setAppUserModelId(appId)
for (const [key, value] of engineSwitches) app.commandLine.appendSwitch(key, value)
protocol.registerSchemesAsPrivileged([privilegedScheme])
// root has no sandbox to run in: the engine refuses to start as root unless the switch says so, which this would overrule
if (process.getuid?.() !== 0) app.enableSandbox()
lockAllContents(app)
const opened = openedFiles(commandLine.files)
// macOS names the file it starts the app with before the engine is ready
app.on('open-file', (event, path) => {
  event.preventDefault()
  opened.add([path])
})

const log = openLog(join(userData, 'logs'), () => new Date())
const fail = (error: unknown) => {
  log('main-failed', error)
  dialog.showErrorBox(sentences.failed.title, sentences.failed.detail)
  app.exit(1)
}
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)

// one window, one writer: a second start hands its files to the first and ends
if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(() => start({ commandLine, opened, userData, words: sentences, log }))
    .catch(fail)
} else {
  app.exit(0)
}
