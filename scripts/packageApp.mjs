import { packageProgram } from './packageProgram.mjs'
import { provideElectron } from './setup/electronBinary.mjs'
import { electronVersion } from './setup/electronVersion.mjs'
import { SetupProblem } from './setup/say.mjs'

const systems = { darwin: '--mac', win32: '--win', linux: '--linux' }

/** Packages the built app for this machine as a folder, around the Electron that is at hand: nothing is fetched. */
export async function packageApp({ output, version = '', quiet = false }) {
  const dist = await provideElectron()
  const words = [
    systems[process.platform] ?? '--linux',
    'dir',
    `--${process.arch}`,
    '--publish',
    'never',
    `-c.electronDist=${dist}`,
    `-c.electronVersion=${electronVersion(dist)}`,
    `-c.directories.output=${output}`,
    ...(version === '' ? [] : [`-c.extraMetadata.version=${version}`]),
  ]
  const env = { CSC_IDENTITY_AUTO_DISCOVERY: 'false' }
  const { passed, output: said } = await packageProgram('electron-builder', words, { quiet, env })
  if (!passed) throw new SetupProblem(`The app could not be packaged.\n${said}`)
}
