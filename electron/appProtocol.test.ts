import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { answer } from './appProtocol.ts'
import type { Part } from './backup/writeBackup.ts'
import { createHandles } from './files/handles.ts'

const files: Readonly<Record<string, string>> = {
  '/root/index.html': '<html><head><meta name="csp-nonce" content="__CSP_NONCE__" /></head></html>',
  '/root/bare.html': '<html><head><title>x</title></head></html>',
  '/root/assets/worker.js': 'postMessage(1)',
}
const handles = createHandles()
const sent: (readonly [handle: string, part: object])[] = []
const backups = {
  add: async (handle: string, { bytes, ...part }: Part) => {
    sent.push([handle, { ...part, bytes: Buffer.from(bytes).toString() }])
    return { ok: true } as const
  },
  read: (handle: string) =>
    handle === '1'.repeat(32) ? Promise.resolve(Readable.from([Buffer.from('{}')])) : null,
}
const get = (path: string, method = 'GET', body?: Buffer<ArrayBuffer>) =>
  answer(new Request(`app://microbrand${path}`, body === undefined ? { method } : { method, body }), {
    root: '/root',
    handles,
    backups,
    readFile: (name) => {
      const text = files[name]
      return text === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(Buffer.from(text))
    },
  })
const nonceOf = (response: Response) =>
  /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
const staged = handles.add({
  name: 'a.csv',
  size: 3,
  open: () => Promise.resolve(Readable.from([Buffer.from('a,b')])),
})
const gone = handles.add({ name: 'a.csv', size: 3, open: () => Promise.reject(new Error('gone')) })

test.each([
  ['page', '/index.html', 'GET', 200],
  ['script', '/assets/worker.js', 'GET', 200],
  ['chosen file', `/import/${staged.handle}`, 'GET', 200],
  ['chosen file that is gone', `/import/${gone.handle}`, 'GET', 410],
  ['unknown handle', `/import/${'0'.repeat(32)}`, 'GET', 404],
  ['unknown file', '/assets/missing.js', 'GET', 404],
  ['way out', '/..%2fmain.js', 'GET', 404],
  ['other method', '/index.html', 'POST', 405],
  ['entry of a backup', `/backup/${'1'.repeat(32)}/tables/rates.ndjson`, 'GET', 200],
  ['entry of an unknown backup', `/backup/${'2'.repeat(32)}/tables/rates.ndjson`, 'GET', 404],
  ['entry that leads out of a backup', `/backup/${'1'.repeat(32)}/..%2f..%2fmain.js`, 'GET', 404],
  ['entry no backup has', `/backup/${'1'.repeat(32)}/manifest.json`, 'GET', 404],
])('the response for a %s has the policy with a nonce of its own', async (_, path, method, status) => {
  const [first, second] = [await get(path, method), await get(path, method)]
  expect(first.status).toBe(status)
  const policy = first.headers.get('content-security-policy') ?? ''
  for (const part of [
    "default-src 'none'",
    "script-src 'self';",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(part)
  }
  expect(policy).not.toMatch(/unsafe-eval|script-src [^;]*unsafe|\*|https?:/)
  expect(nonceOf(first)).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  expect(nonceOf(first)).not.toBe(nonceOf(second))
  expect(first.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(first.headers.get('cross-origin-embedder-policy')).toBe('require-corp')
  expect(first.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each(['/index.html', '/bare.html'])('%s knows the nonce of its own response', async (path) => {
  const response = await get(path)
  expect(await response.text()).toContain(`<meta name="csp-nonce" content="${nonceOf(response)}" />`)
})

test('a chosen file is read no faster than it is taken, and not further than wanted', async () => {
  let produced = 0
  let closed = false
  const endless = new Readable({
    highWaterMark: 1,
    read() {
      produced += 1
      this.push(Buffer.alloc(1000))
    },
    destroy(error, done) {
      closed = true
      done(error)
    },
  })
  const { handle } = handles.add({ name: 'a', size: 1, open: () => Promise.resolve(endless) })
  const reader = (await get(`/import/${handle}`)).body?.getReader()
  for (let chunk = 0; chunk < 10; chunk += 1) await reader?.read()
  expect(produced).toBeLessThanOrEqual(20)
  await reader?.cancel()
  expect(closed).toBe(true)
})

test('a file that cannot be read to its end ends in an error, not early', async () => {
  const torn = Readable.from(
    (async function* () {
      yield Buffer.from('a,b')
      throw new Error('unplugged')
    })(),
  )
  const { handle } = handles.add({ name: 'a', size: 9, open: () => Promise.resolve(torn) })
  await expect((await get(`/import/${handle}`)).text()).rejects.toThrow()
})

test('parts of a backup are taken as they come, and no larger than they may be', async () => {
  const path = `/backup/${'1'.repeat(32)}/tables/rates.ndjson`
  expect(await (await get(`${path}?more`, 'POST', Buffer.from('{"id"'))).json()).toEqual({ ok: true })
  expect(await (await get(path, 'POST', Buffer.from(':1}'))).json()).toEqual({ ok: true })
  expect(sent).toEqual([
    ['1'.repeat(32), { entry: 'tables/rates.ndjson', last: false, bytes: '{"id"' }],
    ['1'.repeat(32), { entry: 'tables/rates.ndjson', last: true, bytes: ':1}' }],
  ])
  expect((await get(path, 'POST', Buffer.alloc(1024 ** 2 + 1))).status).toBe(413)
})
