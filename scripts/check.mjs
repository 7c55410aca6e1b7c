import { pathToFileURL } from 'node:url'
import { packageProgram } from './packageProgram.mjs'
import { run } from './setup.mjs'
import { checkNode } from './setup/node.mjs'
import { installPackages } from './setup/packages.mjs'

/** Every folder that holds code; each has a tsconfig of its own. */
const folders = ['shared', 'electron', 'renderer', 'scripts', 'bench', 'tests']

const checks = [
  ...folders.map((folder) => ({
    name: `types of ${folder}`,
    program: 'typescript',
    words: ['--noEmit', '-p', folder],
  })),
  {
    name: 'lint and layers',
    program: 'oxlint',
    words: [
      '-c',
      'oxlint.config.mjs',
      '--type-aware',
      ...folders,
      'electron.vite.config.ts',
      'vitest.config.ts',
      'playwright.config.ts',
    ],
  },
  { name: 'format', program: 'oxfmt', words: ['--check', '--no-error-on-unmatched-pattern'] },
  { name: 'dead code', program: 'knip', words: ['--no-progress'] },
]

/** Runs them all, whatever fails, and says how each went. Answers with the names of those that failed. */
export async function check() {
  const failed = []
  for (const { name, program, words } of checks) {
    const began = Date.now()
    const { passed, output } = await packageProgram(program, words, { quiet: true })
    process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds(began)} s)\n`)
    if (!passed) failed.push(name)
    if (!passed || /\bwarning\b/i.test(output)) process.stdout.write(`${output.trim()}\n`)
  }
  return { passed: checks.length - failed.length, failed }
}

const seconds = (began) => ((Date.now() - began) / 1000).toLocaleString('en', { maximumFractionDigits: 1 })

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(async () => {
    checkNode()
    installPackages()
    return (await check()).failed.length === 0 ? 0 : 1
  })
}
