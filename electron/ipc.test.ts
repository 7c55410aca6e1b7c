import { beforeEach, expect, test, vi } from 'vitest'
import { contract } from '#shared/ipc/contract.ts'
import { type Handlers, serveAll } from './ipc.ts'
import { isTrustedFrame } from './security.ts'

type Listener = (event: unknown, ...messages: unknown[]) => Promise<unknown>
const { listeners } = vi.hoisted(() => ({ listeners: new Map<string, Listener>() }))
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
}))

const calls: unknown[] = []
const errors: string[] = []
const handlers = new Proxy({} as Handlers, {
  get: (_, channel) => (input: unknown) => {
    calls.push([channel, input])
    return { ok: true }
  },
})
const serveWith = (own: Partial<Handlers> = {}) =>
  serveAll(
    {
      isTrusted: ({ senderFrame }) => isTrustedFrame(senderFrame),
      onError: (code) => errors.push(code),
    },
    new Proxy(handlers, { get: (all, channel) => Reflect.get(own, channel) ?? Reflect.get(all, channel) }),
  )
beforeEach(() => {
  listeners.clear()
  calls.length = 0
  errors.length = 0
  serveWith()
})

const page = { senderFrame: { origin: 'app://microbrand', parent: null } }
const send = (channel: string, event: unknown, ...messages: unknown[]) =>
  listeners.get(channel)?.(event, ...messages) ?? Promise.reject(new Error('not served'))
const id = '01890a5d-ac96-774b-bcce-b302099a8057'

test('every channel of the contract is served, and no other', () => {
  expect([...listeners.keys()].toSorted()).toEqual(Object.keys(contract).toSorted())
})

test('a message of the window reaches its handler, and the reply the window', async () => {
  expect(await send('acceptLoss', page, { id })).toEqual({ ok: true })
  expect(calls).toEqual([['acceptLoss', { id }]])
})

test.each([
  ['a frame that is gone', { senderFrame: null }],
  ['a frame inside the page', { senderFrame: { origin: 'app://microbrand', parent: {} } }],
  ['another origin', { senderFrame: { origin: 'https://example.com', parent: null } }],
  ['an origin that starts alike', { senderFrame: { origin: 'app://microbrand.evil', parent: null } }],
  ['no origin', { senderFrame: { origin: 'null', parent: null } }],
])('%s is refused on every channel', async (_, event) => {
  for (const channel of listeners.keys()) {
    await expect(send(channel, event, {})).rejects.toThrow(/^untrusted-sender$/)
  }
  expect(calls).toEqual([])
})

const deep: unknown[] = []
deep.push(deep)
test.each([
  ['nothing', []],
  ['null', [null]],
  ['a text', ['x']],
  ['a list', [[]]],
  ['a list in itself', [deep]],
  ['one field too many', [{ id, path: '/etc/passwd' }]],
  ['a wrong type', [{ id: 7 }]],
  ['another form', [{ id: '../../etc/passwd' }]],
  ['an own __proto__', [JSON.parse(`{"id":"${id}","__proto__":{"x":1}}`)]],
  ['a second argument', [{ id }, { id }]],
])('%s is refused before it reaches a handler', async (_, messages) => {
  await expect(send('acceptLoss', page, ...messages)).rejects.toThrow(/^invalid-request$/)
  expect(calls).toEqual([])
  expect(errors).toEqual(['acceptLoss-invalid-request'])
})

test('a handler that fails says a code, not what happened', async () => {
  serveWith({ acceptLoss: () => Promise.reject(new Error('/home/jane/secret')) })
  await expect(send('acceptLoss', page, { id })).rejects.toThrow(/^failed$/)
  expect(errors).toEqual(['acceptLoss-failed'])
})

test('a reply of another shape never reaches the window', async () => {
  const reply = { ok: true, path: '/home/jane' } as const
  serveWith({ acceptLoss: () => reply })
  await expect(send('acceptLoss', page, { id })).rejects.toThrow(/^invalid-reply$/)
})
