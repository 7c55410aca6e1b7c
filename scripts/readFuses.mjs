import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from './setup.mjs'
import { say } from './setup/say.mjs'

/** What a released app has burnt in. */
const shipped = {
  RunAsNode: 'off',
  EnableNodeOptionsEnvironmentVariable: 'off',
  EnableNodeCliInspectArguments: 'off',
  EnableEmbeddedAsarIntegrityValidation: 'on',
  OnlyLoadAppFromAsar: 'on',
  LoadBrowserProcessSpecificV8Snapshot: 'off',
  GrantFileProtocolExtraPrivileges: 'off',
}

/** What stands before each fuse wire in Electron's program; the wire's version and its length in bytes follow. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const states = { 0: 'off', 1: 'on' }

/** A Mac's app keeps its engine in a framework. */
function engineOf(app) {
  const framework = 'Contents/Frameworks/Electron Framework.framework/Electron Framework'
  return existsSync(join(app, framework)) ? join(app, framework) : app
}

/**
 * Every fuse wire of a packaged app, each fuse with its state: a program for two kinds of processor has two. A fuse newer
 * than the library goes by its number.
 */
export async function readFuses(app) {
  const { FuseV1Options } = await import('@electron/fuses')
  return wiresOf(readFileSync(engineOf(app))).map((wire) =>
    Object.fromEntries(
      [...wire].map((state, index) => [
        FuseV1Options[index] ?? `fuse ${index}`,
        states[String.fromCharCode(state)] ?? 'as Electron ships it',
      ]),
    ),
  )
}

function wiresOf(program) {
  const wires = []
  for (let at = program.indexOf(sentinel); at !== -1; at = program.indexOf(sentinel, at + 1)) {
    const wire = at + sentinel.length + 2
    wires.push(program.subarray(wire, wire + (program[wire - 1] ?? 0)))
  }
  return wires
}

/** Fuses that are not as a released app has them; an app without any wire has all of them wrong. */
export const wrongFuses = (wires) =>
  (wires.length === 0 ? [{}] : wires).flatMap((fuses) =>
    Object.entries(shipped).filter(([fuse, state]) => fuses[fuse] !== state),
  )

// node scripts/readFuses.mjs APP
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(async () => {
    const wires = await readFuses(process.argv[2] ?? '')
    for (const fuses of wires) {
      say(['Fuses:', ...Object.entries(fuses).map(([fuse, state]) => `  ${fuse}: ${state}`)].join('\n'))
    }
    const wrong = wrongFuses(wires)
    for (const [fuse, state] of wrong) say(`WRONG: ${fuse} should be ${state}.`)
    return wrong.length === 0 ? 0 : 1
  })
}
