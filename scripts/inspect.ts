import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import formats from '#resources/locales/en/formats.json'
import { inspectFiles } from '#shared/inspect/inspectFiles.ts'
import { exitCode, fileSentence, fill, toJson, toText } from './inspectReport.ts'

async function main(words: readonly string[]): Promise<number> {
  const paths = words.filter((word) => !word.startsWith('--'))
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
  if (paths.length === 0 || words.some((word) => word.startsWith('--') && word !== '--json')) {
    say(formats.inspect.usage)
    return 2
  }
  for (const path of paths) if (!(await isFile(path))) say(fill(formats.inspect.noFile, { name: path }))
  const inspection = await inspectFiles(
    paths.map((path) => ({
      name: basename(path),
      open: () => createReadStream(path, { highWaterMark: 1 << 18 }),
    })),
  )
  for (const file of inspection.files) {
    if (file.ok && file.report.encoding === 'windows-1252')
      say(fill(formats.inspect.older, { name: file.name }))
    if (!file.ok)
      say(fill(formats.inspect.unreadable, { name: file.name, sentence: fileSentence(file.error) }))
  }
  process.stdout.write(`${words.includes('--json') ? toJson(inspection) : toText(inspection)}\n`)
  return exitCode(inspection)
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

process.exitCode = await main(process.argv.slice(2))
