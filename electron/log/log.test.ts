import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from './log.ts'

test('writes at once, and keeps no more than the file before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'microbrand-'))
  const log = openLog(folder, () => new Date(0))
  log('first')
  expect(readFileSync(join(folder, 'main.log'), 'utf8')).toBe(
    '{"time":"1970-01-01T00:00:00.000Z","code":"first"}\n',
  )
  writeFileSync(join(folder, 'main.log'), 'x'.repeat(1024 ** 2 + 1))
  log('second')
  log('third')
  expect(readdirSync(folder).toSorted()).toEqual(['main.log', 'main.previous.log'])
  expect(readFileSync(join(folder, 'main.log'), 'utf8').split('\n')).toHaveLength(3)
  rmSync(folder, { recursive: true })
})
