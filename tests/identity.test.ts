import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import * as identity from '#shared/identity.ts'

const read = (file: string) => readFileSync(resolve(import.meta.dirname, '..', file), 'utf8')

// These never change: people's data lies under them.
test('the app keeps its origin, its id and the names of its databases for ever', () => {
  expect(identity.origin).toBe('app://microbrand')
  expect(`${identity.scheme}://${identity.host}`).toBe('app://microbrand')
  expect(identity.appId).toBe('app.microbrand.desktop')
  expect(identity.registryName).toBe('microbrand')
  expect(identity.brandDatabaseName('01980c3e-7d2a-7c11-8f00-000000000001')).toBe(
    'brand:01980c3e-7d2a-7c11-8f00-000000000001',
  )
})

test('a build from source keeps apart from the installed app', () => {
  expect(identity.userDataName(true)).toBe('Microbrand')
  expect(identity.userDataName(false)).toBe('Microbrand Dev')
})

test('the packages carry the same id', () => {
  expect(read('electron-builder.yml')).toMatch(/^appId: app\.microbrand\.desktop$/m)
})

test('a page speaks to the app through window.api', () => {
  expect(read('electron/preload.ts')).toMatch(/exposeInMainWorld\(\s*'api'/)
})
