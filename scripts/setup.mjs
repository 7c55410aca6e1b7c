import { pathToFileURL } from 'node:url'
import { hasDisplay } from './setup/display.mjs'
import { provideElectron } from './setup/electronBinary.mjs'
import { checkNode } from './setup/node.mjs'
import { installPackages } from './setup/packages.mjs'
import { provideSandbox } from './setup/sandbox.mjs'
import { say, SetupProblem } from './setup/say.mjs'
import { provideSystemLibraries } from './setup/systemLibraries.mjs'

/** Everything the app needs on this machine; does nothing that is done already. Answers with Electron's folder. */
export async function setUp() {
  checkNode()
  installPackages()
  const dist = await provideElectron()
  provideSystemLibraries(dist, { display: hasDisplay() })
  provideSandbox(dist)
  return dist
}

/** Runs a program of this folder: a problem the person can mend is a sentence, anything else a stack. */
export async function run(program) {
  try {
    process.exitCode = (await program()) ?? process.exitCode ?? 0
  } catch (problem) {
    say(problem instanceof SetupProblem ? problem.message : stackOf(problem))
    process.exit(1) // whatever it left running ends with it
  }
}

export const stackOf = (problem) =>
  problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(async () => say(`Ready. Electron is in ${await setUp()}.`))
}
