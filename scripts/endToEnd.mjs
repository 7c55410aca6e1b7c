import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildApp } from './build.mjs'
import { prepareElectron } from './electron.mjs'
import { packageProgram } from './packageProgram.mjs'
import { run, setUp } from './setup.mjs'
import { project } from './setup/folders.mjs'

export const endToEndReport = join(project, 'test-results', 'end-to-end.json')

/** Drives the built app; `words` are Playwright's own, such as the path of one file. */
export async function endToEnd(words = []) {
  await prepareElectron()
  const { passed } = await packageProgram('playwright', ['test', '--reporter=list,json', ...words], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: endToEndReport },
  })
  return passed
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(async () => {
    await setUp()
    buildApp()
    return (await endToEnd(process.argv.slice(2))) ? 0 : 1
  })
}
