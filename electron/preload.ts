import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Api, Channel, Command, Input, Output } from '#shared/ipc/contract.ts'

const send =
  <C extends Channel>(channel: C) =>
  (input: Input<C>): Promise<Output<C>> =>
    ipcRenderer.invoke(channel, input)

// one named function per message: the page can neither name a channel nor see Electron
const api: Api = {
  abandonBackup: send('abandonBackup'),
  acceptDropped: (files) => send('acceptDropped')({ paths: files.map(pathOf) }),
  acceptLoss: send('acceptLoss'),
  announceShrink: send('announceShrink'),
  beginSave: send('beginSave'),
  appInfo: send('appInfo'),
  beginBackup: send('beginBackup'),
  chooseBackup: send('chooseBackup'),
  chooseBackupFolder: send('chooseBackupFolder'),
  chooseFiles: send('chooseFiles'),
  choosePaperFolder: send('choosePaperFolder'),
  closeFind: send('closeFind'),
  findInPage: send('findInPage'),
  endSave: send('endSave'),
  closeBackup: send('closeBackup'),
  closed: send('closed'),
  finishBackup: send('finishBackup'),
  hashFile: send('hashFile'),
  keepBackedUp: send('keepBackedUp'),
  keepFiles: send('keepFiles'),
  listBackups: send('listBackups'),
  logError: send('logError'),
  minding: send('minding'),
  nextPaper: send('nextPaper'),
  openBackup: send('openBackup'),
  openedFiles: send('openedFiles'),
  openFind: send('openFind'),
  openKept: send('openKept'),
  painted: send('painted'),
  printPage: send('printPage'),
  printPaper: send('printPaper'),
  proveBackup: send('proveBackup'),
  releaseFiles: send('releaseFiles'),
  reportDatabases: send('reportDatabases'),
  savePage: send('savePage'),
  savePaper: send('savePaper'),
  savePaperIn: send('savePaperIn'),
  savePicture: send('savePicture'),
  saveText: send('saveText'),
  setTheme: send('setTheme'),
  showBrands: send('showBrands'),
  showBackup: send('showBackup'),
  showDataFolder: send('showDataFolder'),
  stageFiles: send('stageFiles'),
  witness: send('witness'),
  writeSave: send('writeSave'),
  onCommand: (listener) => {
    const pass = (_event: unknown, command: Command) => listener(command)
    ipcRenderer.on('command', pass)
    return () => {
      ipcRenderer.off('command', pass)
    }
  },
}

contextBridge.exposeInMainWorld('api', Object.freeze(api))

/** A file made by the page itself has no path; main refuses it. */
function pathOf(file: unknown): string {
  return file instanceof File ? webUtils.getPathForFile(file) : ''
}
