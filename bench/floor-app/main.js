import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, protocol } from 'electron'

// The least an app can do: one window with one sentence, from a scheme of its own, so that it has databases and workers.

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const files = {
  '/index.html': [here('index.html'), 'text/html'],
  '/work.js': [here('work.js'), 'text/javascript'],
  '/papaparse.js': [here('../../node_modules/papaparse/papaparse.min.js'), 'text/javascript'],
  '/dexie.js': [here('../../node_modules/dexie/dist/dexie.min.js'), 'text/javascript'],
}

const data = process.argv.find((word) => word.startsWith('--user-data='))
if (data) app.setPath('userData', data.slice('--user-data='.length))
protocol.registerSchemesAsPrivileged([{ scheme: 'floor', privileges: { standard: true, secure: true } }])

void app.whenReady().then(() => {
  protocol.handle('floor', async ({ url }) => {
    const [path, type] = files[new URL(url).pathname] ?? []
    return path
      ? new Response(await readFile(path), { headers: { 'content-type': type } })
      : new Response(null, { status: 404 })
  })
  void new BrowserWindow({ width: 1280, height: 820 }).loadURL('floor://app/index.html')
})
app.on('window-all-closed', () => app.quit())
