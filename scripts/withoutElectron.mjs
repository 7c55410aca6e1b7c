import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { checkNode } from './setup/node.mjs'
import { installPackages } from './setup/packages.mjs'
import { run } from './setup.mjs'

/** Runs a TypeScript program that needs the packages alone, with the words of the command line. */
export const runWithoutElectron = (program) =>
  run(async () => {
    checkNode()
    installPackages()
    await import(pathToFileURL(await bundle(program)).href)
  })
