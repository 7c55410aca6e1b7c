import { expect, test } from 'vitest'
import { signingWords, withoutEmptySecrets } from './signing.mjs'

test('a Mac app without a certificate signs for itself, and is not sent to Apple', () => {
  expect(signingWords('darwin', {})).toEqual([
    '-c.mac.identity=-',
    '-c.mac.hardenedRuntime=false',
    '-c.mac.notarize=false',
  ])
})

test('with a certificate, and on other systems, the configuration stands as it is', () => {
  expect(signingWords('darwin', { CSC_LINK: 'certificate.p12' })).toEqual([])
  expect(signingWords('win32', {})).toEqual([])
  expect(signingWords('linux', {})).toEqual([])
})

test('a secret that is not set is none', () => {
  const env = {
    CSC_LINK: '',
    WIN_CSC_LINK: '',
    APPLE_ID: '',
    APPLE_TEAM_ID: 'A1',
    PATH: '',
    HOME: '/home/ana',
  }
  expect(withoutEmptySecrets(env)).toEqual({ APPLE_TEAM_ID: 'A1', PATH: '', HOME: '/home/ana' })
})
