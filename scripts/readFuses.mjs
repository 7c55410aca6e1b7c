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

/** The fuse wire of a packaged app, each fuse with its state; a fuse newer than the library goes by its number. */
export async function readFuses(app) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
  const { version: _, ...wire } = await getCurrentFuseWire(app)
  return Object.fromEntries(
    Object.entries(wire).map(([index, state]) => [
      FuseV1Options[Number(index)] ?? `fuse ${index}`,
      word(Number(state)),
    ]),
  )
}

const word = (state) => ({ 0: 'off', 1: 'on' })[String.fromCharCode(state)] ?? 'as Electron ships it'

export const wrongFuses = (fuses) => Object.entries(shipped).filter(([fuse, state]) => fuses[fuse] !== state)

// node scripts/readFuses.mjs APP
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(async () => {
    const fuses = await readFuses(process.argv[2] ?? '')
    for (const [fuse, state] of Object.entries(fuses)) say(`${fuse}: ${state}`)
    const wrong = wrongFuses(fuses)
    for (const [fuse, state] of wrong) say(`WRONG: ${fuse} should be ${state}.`)
    return wrong.length === 0 ? 0 : 1
  })
}
