/** What vitest's JSON report says. A file that could not be loaded has no tests to fail, so it fails itself. */
export function countUnitTests({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults)
  const broken = testResults.filter((file) => isFailed(file) && !file.assertionResults.some(isFailed))
  const failed = tests.filter(isFailed)
  const passed = tests.filter((test) => test.status === 'passed').length
  return {
    passed,
    skipped: tests.length - failed.length - passed,
    names: [...failed.map((test) => test.fullName), ...broken.map((file) => file.name)],
  }
}

const isFailed = ({ status }) => status === 'failed'

/** What Playwright's JSON report says. Errors outside any test are failures too. */
export function countEndToEndTests({ suites, errors }) {
  const tests = suites
    .flatMap(specsOf)
    .flatMap((spec) => spec.tests.map(({ status }) => ({ status, name: `${spec.file}: ${spec.title}` })))
  const ended = (status) => tests.filter((test) => test.status === status)
  return {
    passed: ended('expected').length,
    skipped: ended('skipped').length,
    names: [
      ...[...ended('unexpected'), ...ended('flaky')].map(({ name }) => name),
      ...errors.map(({ message }) => message),
    ],
  }
}

const specsOf = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
