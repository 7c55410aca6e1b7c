import { expect, test } from 'vitest'
import { countEndToEndTests, countUnitTests } from './testReports.mjs'

const unit = (status: string, fullName: string) => ({ status, fullName })

test('each unit test counts once, by how it ended', () => {
  const report = {
    testResults: [
      { name: 'a.test.ts', status: 'failed', assertionResults: [unit('passed', 'a'), unit('failed', 'b')] },
      { name: 'b.test.ts', status: 'passed', assertionResults: [unit('skipped', 'c'), unit('todo', 'd')] },
    ],
  }
  expect(countUnitTests(report)).toEqual({ passed: 1, skipped: 2, names: ['b'] })
})

test('a test file that cannot be loaded counts as a failure', () => {
  const report = { testResults: [{ name: 'broken.test.ts', status: 'failed', assertionResults: [] }] }
  expect(countUnitTests(report)).toEqual({ passed: 0, skipped: 0, names: ['broken.test.ts'] })
})

const spec = (title: string, status: string) => ({ file: 'x.spec.ts', title, tests: [{ status }] })

test('end to end tests count in nested groups, and one that passed only at the second try failed', () => {
  const report = {
    errors: [],
    suites: [
      { specs: [spec('a', 'expected')], suites: [{ specs: [spec('b', 'flaky'), spec('c', 'skipped')] }] },
    ],
  }
  expect(countEndToEndTests(report)).toEqual({ passed: 1, skipped: 1, names: ['x.spec.ts: b'] })
})

test('an error outside the end to end tests counts as a failure', () => {
  expect(countEndToEndTests({ suites: [], errors: [{ message: 'no such file' }] }).names).toEqual([
    'no such file',
  ])
})
