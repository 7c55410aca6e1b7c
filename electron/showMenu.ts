import { app, Menu } from 'electron'
import { menuTemplate } from './menu.ts'
import type { OpenedFiles } from './openedFiles.ts'
import type { RecentFiles } from './recentFiles.ts'
import type { ShownBrands } from './shownBrands.ts'

type Parts = Omit<Parameters<typeof menuTemplate>[0], 'mac' | 'developer' | 'recent' | 'brands'> & {
  readonly recent: RecentFiles
  readonly opened: OpenedFiles
  readonly brands: ShownBrands
}

/** The menu is made anew when a list in it changes: of files, or of brands. */
export function showMenu({ recent, opened, brands, ...parts }: Parts): void {
  const machine = { mac: process.platform === 'darwin', developer: !app.isPackaged }
  const show = () => {
    const files = { list: recent.list(), open: (path: string) => opened.add([path]), clear: recent.clear }
    const template = menuTemplate({ ...parts, ...machine, recent: files, brands: brands.list() })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  recent.onChange(show)
  brands.onChange(show)
  show()
}
