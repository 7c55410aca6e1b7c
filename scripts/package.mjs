import { join } from 'node:path'
import { buildApp } from './build.mjs'
import { packageApp } from './packageApp.mjs'
import { run, setUp } from './setup.mjs'
import { project } from './setup/folders.mjs'
import { say } from './setup/say.mjs'

// npm run package: the app for this machine, as a folder in dist/.
await run(async () => {
  await setUp()
  buildApp()
  await packageApp({ output: join(project, 'dist') })
  say('The packaged app is in dist/.')
})
