import { buildApp } from './build.mjs'
import { packageProgram } from './packageProgram.mjs'
import { run } from './setup.mjs'
import { checkNode } from './setup/node.mjs'
import { installPackages } from './setup/packages.mjs'
import { signingWords, withoutEmptySecrets } from './signing.mjs'

// npm run dist -- --linux (--mac, --win): everything people download for a system, with the official Electron.
await run(async () => {
  checkNode()
  installPackages()
  buildApp()
  const env = withoutEmptySecrets(process.env)
  const words = ['--publish', 'never', ...signingWords(process.platform, env), ...process.argv.slice(2)]
  const { passed } = await packageProgram('electron-builder', words, { only: env })
  return passed ? 0 : 1
})
