import { packageProgram } from './packageProgram.mjs'
import { provideElectron } from './setup/electronBinary.mjs'
import { electronVersion } from './setup/electronVersion.mjs'
import { SetupProblem } from './setup/say.mjs'

const systems = { darwin: '--mac', win32: '--win', linux: '--linux' }

/**
 * Packages the built app for this machine, as a folder unless `target` names another way, around the Electron that is at
 * hand: nothing is fetched. `tools` names, as environment variables, programs to use in place of those that would be.
 */
export async function packageApp({ output, version = '', target = 'dir', tools = {}, quiet = false }) {
  const dist = await provideElectron()
  const words = [
    systems[process.platform] ?? '--linux',
    target,
    `--${process.arch}`,
    '--publish',
    'never',
    `-c.electronDist=${dist}`,
    `-c.electronVersion=${electronVersion(dist)}`,
    `-c.directories.output=${output}`,
    ...(version === '' ? [] : [`-c.extraMetadata.version=${version}`]),
  ]
  const env = { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ...tools }
  const { passed, output: said } = await packageProgram('electron-builder', words, { quiet, env })
  if (!passed) throw new SetupProblem(`The app could not be packaged.\n${said}`)
}
