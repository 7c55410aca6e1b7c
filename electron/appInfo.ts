import { app } from 'electron'
import type { Output } from '#shared/ipc/contract.ts'

type AppInfo = Output<'appInfo'>

/** What the window may know about the app and the machine. */
export const appInfo = (fixedToday: string | null): AppInfo => ({
  version: app.getVersion(),
  electron: process.versions.electron,
  chromium: process.versions.chrome,
  platform: platform(),
  packaged: app.isPackaged,
  userData: app.getPath('userData'),
  locale: firstLocale([app.getSystemLocale(), app.getLocale()]),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  country: app.getLocaleCountryCode(),
  fixedToday,
})

/** Other systems are not built for; what works on Linux is the best guess there. */
const platform = (): AppInfo['platform'] =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'

/** A machine without a language (`C`, `POSIX`) has none that `Intl` knows. */
function firstLocale(candidates: readonly string[]): string {
  const known = candidates.find((candidate) => {
    try {
      return Intl.NumberFormat.supportedLocalesOf(candidate).length > 0
    } catch {
      return false // not a language tag
    }
  })
  return known ?? 'en-US'
}
