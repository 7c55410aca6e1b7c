import { buildApp } from './build.mjs'
import { packageProgram } from './packageProgram.mjs'
import { run } from './setup.mjs'
import { checkNode } from './setup/node.mjs'
import { installPackages } from './setup/packages.mjs'
import { say, SetupProblem } from './setup/say.mjs'
import { signingWords, withoutEmptySecrets } from './signing.mjs'

// npm run dist -- --linux (--mac, --win): everything people download for a system, with the official Electron.
await run(async () => {
  checkNode()
  installPackages()
  buildApp()
  const env = withoutEmptySecrets(process.env)
  const words = ['--publish', 'never', ...signingWords(process.platform, env), ...process.argv.slice(2)]
  const { passed } = await packageProgram('electron-builder', words, { only: env })
  if (!passed) {
    throw new SetupProblem(
      'The packages were not made, see above. The packager fetches the official Electron and its own tools from github.com;\n' +
        '`npm run package` makes do with the Electron that is at hand, and makes a folder.',
    )
  }
  say('What people download is in dist/.')
})
