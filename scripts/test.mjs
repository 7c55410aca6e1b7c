import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './build.mjs'
import { check } from './check.mjs'
import { endToEnd, endToEndReport } from './endToEnd.mjs'
import { packageProgram } from './packageProgram.mjs'
import { run, setUp, stackOf } from './setup.mjs'
import { project } from './setup/folders.mjs'
import { countEndToEndTests, countUnitTests } from './testReports.mjs'

const unitReport = join(project, 'test-results', 'unit.json')

async function step(name, work) {
  process.stdout.write(`\n── ${name} ──\n`)
  return { name, ...(await work()) }
}

const none = { passed: 0, failed: 0, skipped: 0, names: [] }

function single(name, work) {
  try {
    work()
    return { ...none, passed: 1 }
  } catch (problem) {
    process.stdout.write(`${stackOf(problem)}\n`)
    return { ...none, failed: 1, names: [name] }
  }
}

async function countChecks() {
  const { passed, failed } = await check()
  return { ...none, passed, failed: failed.length, names: failed }
}

async function unitTests() {
  const { passed } = await packageProgram('vitest', [
    'run',
    '--coverage',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ])
  return counted(passed, unitReport, countUnitTests)
}

async function endToEndTests() {
  const passed = await endToEnd()
  return counted(passed, endToEndReport, countEndToEndTests)
}

/** A runner that failed without naming a test, or left no report, is a failure too. */
function counted(passed, file, read) {
  if (!existsSync(file)) return { ...none, failed: 1, names: ['no test was run'] }
  const counts = read(JSON.parse(readFileSync(file, 'utf8')))
  const names =
    !passed && counts.names.length === 0 ? ['the run failed outside its tests, see above'] : counts.names
  return { ...counts, failed: names.length, names }
}

function summary(steps) {
  const total = (count) => steps.reduce((sum, step) => sum + step[count], 0)
  process.stdout.write('\n')
  for (const { name, failed, names } of steps) {
    process.stdout.write(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${name}\n${names.map((each) => `         ${each}\n`).join('')}`,
    )
  }
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped\n`)
  return total('failed') === 0 ? 0 : 1
}

// npm test: everything, whatever fails on the way; the last line counts it all.
await run(async () => {
  rmSync(join(project, 'test-results'), { recursive: true, force: true })
  await setUp()
  const steps = []
  steps.push(await step('build', async () => single('build', buildApp)))
  steps.push(await step('checks', countChecks))
  steps.push(await step('unit and property tests', unitTests))
  const isBuilt = steps[0].failed === 0
  steps.push(
    await step('end to end', async () =>
      isBuilt ? endToEndTests() : { ...none, failed: 1, names: ['the app is not built'] },
    ),
  )
  return summary(steps)
})
