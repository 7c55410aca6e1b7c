import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { prepareElectron } from './electron.mjs'
import { run, setUp } from './setup.mjs'
import { buildApp } from './build.mjs'

// node scripts/runTypeScript.mjs PROGRAM.ts [words]: runs a TypeScript program that drives the app.
await run(async () => {
  const [program = '', ...words] = process.argv.slice(2)
  await setUp()
  buildApp()
  await prepareElectron()
  const file = await bundle(program)
  process.argv.splice(1, process.argv.length, file, ...words)
  await import(pathToFileURL(file).href)
})
