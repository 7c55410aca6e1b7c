import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { project } from './setup/folders.mjs'

const modules = join(project, 'node_modules')

/**
 * Runs the program a package brings, on any system without a shell. `quiet` keeps its words for the answer, `env` is
 * set on top of the environment, which `only` can stand in for.
 */
export async function packageProgram(name, words, { quiet = false, env = {}, only = process.env } = {}) {
  const bin = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).bin
  const program = join(modules, name, bin[name] ?? Object.values(bin)[0])
  const child = spawn(process.execPath, [program, ...words], {
    cwd: project,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...only, PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH}`, ...env },
  })
  let output = ''
  child.stdout?.on('data', (text) => (output += text))
  child.stderr?.on('data', (text) => (output += text))
  const [code] = await once(child, 'close')
  return { passed: code === 0, output }
}
