import { expect, test, vi } from 'vitest'
import type { Api } from '#shared/ipc/contract.ts'
import { contract } from '#shared/ipc/contract.ts'

type Listener = (event: unknown, command: string) => void
const { exposed, sent, listeners } = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  sent: [] as unknown[][],
  listeners: new Set<Listener>(),
}))
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => exposed.set(name, api) },
  ipcRenderer: {
    invoke: (...message: unknown[]) => Promise.resolve(sent.push(message)),
    on: (_channel: string, listener: Listener) => listeners.add(listener),
    off: (_channel: string, listener: Listener) => listeners.delete(listener),
  },
  webUtils: { getPathForFile: (file: File) => `/home/${file.name}` },
}))
await import('./preload.ts')
const api = exposed.get('api') as Api

test('the window gets one frozen object: a function for each message, and onCommand', () => {
  expect([...exposed.keys()]).toEqual(['api'])
  expect(Object.isFrozen(api)).toBe(true)
  expect(Object.keys(api).toSorted()).toEqual([...Object.keys(contract), 'onCommand'].toSorted())
})

test('each function sends on its own channel', async () => {
  for (const [name, send] of Object.entries(api)) {
    if (name === 'onCommand' || name === 'acceptDropped') continue
    sent.length = 0
    await Reflect.apply(send, api, [{ some: 'input' }])
    expect(sent).toEqual([[name, { some: 'input' }]])
  }
})

test('a dropped file is sent as its path, anything else as none', async () => {
  sent.length = 0
  await api.acceptDropped([new File([], 'a.csv'), '/etc/passwd', { path: '/etc/passwd' }, null])
  expect(sent).toEqual([['acceptDropped', { paths: ['/home/a.csv', '', '', ''] }]])
})

test('commands arrive without the event, until nobody listens any more', () => {
  const heard: unknown[][] = []
  const stop = api.onCommand((...given) => heard.push(given))
  for (const listener of listeners) listener({ sender: 'Electron' }, 'import')
  expect(heard).toEqual([['import']])
  stop()
  expect(listeners.size).toBe(0)
})
