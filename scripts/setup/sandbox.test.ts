import { expect, test } from 'vitest'
import { provideSandbox } from './sandbox.mjs'

const apparmor = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'
const system = (settings: Readonly<Record<string, string>>, more: object = {}) => ({
  platform: 'linux' as const,
  isRoot: false,
  read: (file: string) => settings[file],
  isAllowed: () => false,
  ...more,
})

test('a system that withholds the sandbox is told the command that allows its helper', () => {
  expect(() => provideSandbox('/dist', system({ [apparmor]: '1' }))).toThrow(
    "sudo chown root:root '/dist/chrome-sandbox' && sudo chmod 4755 '/dist/chrome-sandbox'",
  )
})

test('nothing is asked where the sandbox can be made or its helper is allowed', () => {
  expect(() => provideSandbox('/dist', system({}))).not.toThrow()
  expect(() => provideSandbox('/dist', system({ [apparmor]: '0' }))).not.toThrow()
  expect(() => provideSandbox('/dist', system({ [apparmor]: '1' }, { isAllowed: () => true }))).not.toThrow()
  expect(() => provideSandbox('/dist', system({ [apparmor]: '1' }, { platform: 'darwin' }))).not.toThrow()
})
