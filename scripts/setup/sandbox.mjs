import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SetupProblem } from './say.mjs'

/** Kernel settings that keep ordinary users from the namespaces a sandbox is made of, and the value that does it. */
const closed = {
  '/proc/sys/kernel/apparmor_restrict_unprivileged_userns': '1', // Ubuntu since 23.10
  '/proc/sys/kernel/unprivileged_userns_clone': '0',
  '/proc/sys/user/max_user_namespaces': '0',
}

/** Where the system withholds the sandbox, Electron brings a helper that root has to allow once. */
export function provideSandbox(dist, system = thisSystem) {
  if (system.platform !== 'linux' || system.isRoot) return
  const helper = join(dist, 'chrome-sandbox')
  const isClosed = Object.entries(closed).some(([setting, value]) => system.read(setting) === value)
  if (!isClosed || system.isAllowed(helper)) return
  throw new SetupProblem(
    'This system keeps programs from making a sandbox, and without one the app does not run. Allow its helper once:\n\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n\nthen run the command again.`,
  )
}

const thisSystem = {
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  read: (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined),
  isAllowed: (helper) =>
    existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0,
}
