import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** A distribution taken from a folder brings Electron's default app along; a packaged app has no use for it. */
export default function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources')
  rmSync(join(resources, 'default_app.asar'), { force: true })
}
