import { buildApp } from './build.mjs'
import { packageProgram } from './packageProgram.mjs'
import { run } from './setup.mjs'
import { checkNode } from './setup/node.mjs'
import { installPackages } from './setup/packages.mjs'

// npm run dist [-- electron-builder's words]: packages the built app; `--linux dir` leaves it unpacked.
await run(async () => {
  checkNode()
  installPackages()
  buildApp()
  const { passed } = await packageProgram('electron-builder', [
    '--publish',
    'never',
    ...process.argv.slice(2),
  ])
  return passed ? 0 : 1
})
