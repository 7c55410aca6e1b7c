import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readCommandLine } from './commandLine.ts'

const fromSource = (...given: string[]) =>
  readCommandLine(['electron', ...given], { packaged: false, folder: '/home/jane' })
const installed = (...given: string[]) =>
  readCommandLine(['Microbrand', ...given], { packaged: true, folder: '/home/jane' })

test('a start without anything has its own folder and the real day', () => {
  expect(installed()).toEqual({ userData: null, today: null, files: [] })
  expect(fromSource('.')).toEqual({ userData: null, today: null, files: [] })
})

test('another folder for the data is taken from where the app was started', () => {
  expect(installed('--user-data=/data/b').userData).toBe(resolve('/data/b'))
  expect(installed('--user-data=b').userData).toBe(resolve('/home/jane/b'))
  expect(installed('--user-data=').userData).toBeNull()
})

test('what is no switch is a file to import; from source the first is the app itself', () => {
  const files = ['/home/jane/orders.csv', '/tmp/items.csv'].map((file) => resolve(file))
  expect(installed('orders.csv', '--no-sandbox', '/tmp/items.csv').files).toEqual(files)
  expect(fromSource('--no-sandbox', '.', 'orders.csv', '--user-data=x', '/tmp/items.csv').files).toEqual(
    files,
  )
})

test('the day is fixed from source only, and only if it is one', () => {
  expect(fromSource('.', '--today=2025-03-31').today).toBe('2025-03-31')
  expect(fromSource('.', '--today=tomorrow').today).toBeNull()
  expect(installed('--today=2025-03-31').today).toBeNull()
})

test.skipIf(process.platform === 'win32')('a file manager hands over an address instead of a path', () => {
  expect(installed('file:///home/jane/M%C3%A4rz%20%26%20April.csv').files).toEqual([
    '/home/jane/M\u00e4rz & April.csv',
  ])
  expect(installed('https://example.com/orders.csv', 'file://elsewhere/orders.csv').files).toEqual([])
})
