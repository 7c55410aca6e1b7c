import { spawn } from 'node:child_process'
import { SetupProblem } from './say.mjs'

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Without a screen, a virtual one that lives as long as this program. */
export async function provideDisplay() {
  if (hasDisplay()) return
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  process.once('exit', () => server.kill())
  server.unref()
  process.env.DISPLAY = `:${await displayNumber(server)}`
}

/** Xvfb takes a free number itself, names it once it listens, and closes the pipe. */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new SetupProblem('The virtual display (Xvfb) did not start.'))
    server.once('error', refuse)
    server.once('exit', refuse)
    let number = ''
    server.stdio[3].on('data', (text) => (number += text)).once('end', () => resolve(number.trim()))
  })
}
