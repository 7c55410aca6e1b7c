import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isAppAddress, mimeType, resolveAddress } from './appFiles.ts'

const root = join('/', 'app', 'out', 'renderer')

test.each([
  ['app://microbrand/', 'index.html'],
  ['app://microbrand/index.html', 'index.html'],
  ['app://microbrand/index.html#/sales?from=2025', 'index.html'],
  ['app://microbrand/assets/index-DxY_12.js?v=1', 'assets/index-DxY_12.js'],
  [
    'app://microbrand/assets/inter-latin-wght-normal-Dx4kXJAl.woff2',
    'assets/inter-latin-wght-normal-Dx4kXJAl.woff2',
  ],
  ['app://microbrand/assets/../index.html', 'index.html'], // folded by the URL parser, still inside
])('%s is a file of the build', (address, path) => {
  expect(resolveAddress(address, root)).toEqual({ kind: 'file', path: join(root, path) })
})

test.each([
  'app://microbrand/..%2f..%2fpackage.json',
  'app://microbrand/%2e%2e/%2e%2e%2fmain/main.js',
  'app://microbrand/..%5c..%5cpackage.json',
  'app://microbrand/....//....//etc/passwd',
  'app://microbrand/%252e%252e%252fpackage.json',
  'app://microbrand//etc/passwd',
  'app://microbrand/%2fetc%2fpasswd',
  'app://microbrand/C:/Windows/win.ini',
  'app://microbrand/C%3a%5cWindows%5cwin.ini',
  'app://microbrand/%5c%5cserver%5cshare',
  'app://microbrand/index.html%00.js',
  'app://microbrand/index.html%0a',
  'app://microbrand/.env',
  'app://microbrand/assets/.git/config',
  'app://microbrand/%',
  'app://microbrand/%ff%fe',
  'app://microbrand/index.html::$DATA',
  `app://microbrand/${'a'.repeat(4096)}`,
  'app://microbrand.evil/index.html',
  'app://evil@microbrand/index.html',
  'app://microbrand@evil/index.html',
  'app://MICROBRAND.evil/',
  'app://microbrand:80/index.html',
  'file:///etc/passwd',
  'https://microbrand/index.html',
  'not an address',
  '',
])('%j leads to no file', (address) => {
  expect(resolveAddress(address, root)).toEqual({ kind: 'refused' })
})

test('a handle is known by its form alone', () => {
  const handle = '0123456789abcdef0123456789abcdef'
  expect(resolveAddress(`app://microbrand/import/${handle}`, root)).toEqual({ kind: 'import', handle })
  for (const other of ['', 'x', handle.toUpperCase(), `${handle}0`, `${handle}/..`]) {
    expect(resolveAddress(`app://microbrand/import/${other}`, root).kind).not.toBe('import')
  }
})

test.each([
  ['app://microbrand', true],
  ['app://microbrand/index.html', true],
  ['APP://microbrand/', true],
  ['app://microbrand.evil', false],
  ['app://microbrandx/', false],
  ['app://microbrand@evil', false],
  ['app://user:word@microbrand/', false],
  ['app:microbrand', false],
  ['apps://microbrand/', false],
  ['file:///app://microbrand', false],
  ['data:text/html,app://microbrand', false],
  ['blob:app://microbrand/1', false],
  ['javascript:alert(1)', false],
  ['about:blank', false],
  ['https://microbrand/', false],
  [' app://microbrand.evil/', false],
])('%s belongs to the app: %s', (address, belongs) => {
  expect(isAppAddress(address)).toBe(belongs)
})

test('modules, workers and fonts have the type the engine insists on', () => {
  expect(mimeType('a.js')).toBe('text/javascript; charset=utf-8')
  expect(mimeType('a.CSS')).toBe('text/css; charset=utf-8')
  expect(mimeType('a.woff2')).toBe('font/woff2')
  expect(mimeType('a.exe')).toBe('application/octet-stream')
})
