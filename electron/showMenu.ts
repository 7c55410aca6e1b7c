import { app, Menu } from 'electron'
import { menuTemplate } from './menu.ts'
import type { OpenedFiles } from './openedFiles.ts'
import type { RecentFiles } from './recentFiles.ts'

type Parts = Omit<Parameters<typeof menuTemplate>[0], 'mac' | 'developer' | 'recent'> & {
  readonly recent: RecentFiles
  readonly opened: OpenedFiles
}

/** The menu is made anew when the list of files in it changes. */
export function showMenu({ recent, opened, ...parts }: Parts): void {
  const machine = { mac: process.platform === 'darwin', developer: !app.isPackaged }
  const show = () => {
    const files = { list: recent.list(), open: (path: string) => opened.add([path]), clear: recent.clear }
    const template = menuTemplate({ ...parts, ...machine, recent: files })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  recent.onChange(show)
  show()
}
