import { SetupProblem } from './say.mjs'

/** Says it plainly before anything else fails in a stranger way. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (fits) return
  throw new SetupProblem(
    `Microbrand needs Node 20.19 or newer (of the 22 line: 22.12 or newer); this is Node ${version}.\n` +
      'Install the current version from https://nodejs.org and run the command again.',
  )
}
