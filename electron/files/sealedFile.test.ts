import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemDisk } from './disk.ts'
import { type SealedFile, sealedFile } from './sealedFile.ts'

let folder = ''
let file: SealedFile
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microbrand-'))
  file = sealedFile(systemDisk, folder, 'state.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const damage = async (name: string, change: (text: string) => string) => {
  const path = join(folder, name)
  await writeFile(path, change(await readFile(path, 'utf8')))
}

test('reads what was written, and says that nothing was', async () => {
  expect(await file.read()).toEqual({ as: 'none' })
  await file.write({ pages: 12 })
  expect(await file.read()).toEqual({ as: 'whole', content: { pages: 12 } })
})

test.each([
  ['one digit', (text: string) => text.replace('12', '13')],
  ['the end', (text: string) => text.slice(0, -5)],
  ['everything', () => ''],
])('falls back to the version before where damage changed %s', async (_, change) => {
  await file.write({ pages: 11 })
  await file.write({ pages: 12 })
  await damage('state.json', change)
  expect(await file.read()).toEqual({ as: 'previous', content: { pages: 11 } })
})

test('says that both versions are damaged', async () => {
  await file.write({ pages: 11 })
  await file.write({ pages: 12 })
  for (const name of ['state.json', 'state.json.prev']) await damage(name, () => 'noise')
  expect(await file.read()).toEqual({ as: 'damaged' })
})

test('never replaces a whole version before by a damaged one', async () => {
  await file.write({ pages: 11 })
  await file.write({ pages: 12 })
  await damage('state.json', () => 'noise')
  await file.write({ pages: 13 })
  await damage('state.json', () => 'noise')
  expect(await file.read()).toEqual({ as: 'previous', content: { pages: 11 } })
})
