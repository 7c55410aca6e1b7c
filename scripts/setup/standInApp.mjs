// @ts-nocheck: Electron's types leave out what only its default app uses.
// Opens the app named on the command line, as Electron's own default app does.
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import Module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const words = process.argv.slice(1)
const preloaded = []
let named
while (words.length > 0 && named === undefined) {
  const word = words.shift()
  if (word === '--version' || word === '-v') {
    process.stdout.write(`v${process.versions.electron}\n`)
    process.exit(0)
  } else if (word === '--require' || word === '-r') preloaded.push(resolve(words.shift()))
  else if (!word.startsWith('-')) named = resolve(word)
}
if (named === undefined) {
  process.stderr.write('Name the folder of the app to open: electron [switches] <folder>\n')
  process.exit(2)
}

Object.defineProperty(process, 'defaultApp', { value: true, configurable: true, enumerable: true })
Module._preloadModules(preloaded)
// `ready` waits for this module, so an app that is an ES module still registers its schemes in time.
await import(pathToFileURL(statSync(named).isDirectory() ? describe(named) : alone(named)).href)

function alone(file) {
  app.setAppPath(dirname(file))
  return file
}

function describe(folder) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const name = about.productName ?? about.name
  if (name) app.setName(name)
  if (about.version) app.setVersion(about.version)
  if (about.desktopName) app.setDesktopName(about.desktopName)
  app.setAppPath(folder)
  return join(folder, about.main ?? 'index.js')
}
