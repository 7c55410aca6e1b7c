import { expect, test } from 'vitest'
import { checkNode } from './node.mjs'

test.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'])('Node %s will do', (version) => {
  expect(() => checkNode(version)).not.toThrow()
})

test.each(['18.20.4', '20.18.3', '21.7.3', '22.11.0'])('Node %s is refused with what to do', (version) => {
  expect(() => checkNode(version)).toThrow(`this is Node ${version}.\nInstall the current version`)
})
