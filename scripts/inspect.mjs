import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { checkNode } from './setup/node.mjs'
import { installPackages } from './setup/packages.mjs'
import { run } from './setup.mjs'

// npm run inspect -- FILE… [--json]: says what export files hold, without Electron. Writes nothing.
await run(async () => {
  checkNode()
  installPackages()
  await import(pathToFileURL(await bundle('scripts/inspect.ts')).href)
})
