import { appendFile, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemDisk } from './disk.ts'
import { createHandles } from './handles.ts'
import { largestFile, stageTexts, takeFiles } from './takeFiles.ts'

let folder = ''
const handles = createHandles()
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microbrand-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const take = (...paths: string[]) => takeFiles(systemDisk, handles, paths)
async function textOf(handle: string | undefined) {
  const chunks: Buffer[] = []
  for await (const chunk of (await handles.find(handle ?? '')?.open()) ?? []) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
async function file(name: string, text = 'Order ID\n1\n') {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

test('takes a file under a random handle, which reads it as often as needed', async () => {
  const taken = await take(await file('größe.csv'), await file('two.csv', 'x'))
  expect(taken.files.map(({ name, size }) => [name, size])).toEqual([
    ['größe.csv', 11],
    ['two.csv', 1],
  ])
  expect(taken.files[0]?.handle).toMatch(/^[0-9a-f]{32}$/)
  expect(await textOf(taken.files[0]?.handle)).toBe('Order ID\n1\n')
  expect(await textOf(taken.files[0]?.handle)).toBe('Order ID\n1\n')
})

test('a released handle stands for nothing', async () => {
  const [first] = (await take(await file('a.csv'))).files
  handles.release([first?.handle ?? ''])
  expect(handles.find(first?.handle ?? '')).toBeUndefined()
})

test('follows a link once, to a regular file only', async () => {
  await file('real.csv', 'real')
  await mkdir(join(folder, 'folder'))
  await symlink(join(folder, 'real.csv'), join(folder, 'link.csv'))
  await symlink(join(folder, 'folder'), join(folder, 'link-to-folder.csv'))
  await symlink(join(folder, 'nowhere'), join(folder, 'broken.csv'))
  const taken = await take(
    ...['link.csv', 'link-to-folder.csv', 'broken.csv', 'folder'].map((name) => join(folder, name)),
  )
  expect(await textOf(taken.files[0]?.handle)).toBe('real')
  expect(taken.refused).toEqual([
    { name: 'link-to-folder.csv', code: 'not-a-file' },
    { name: 'broken.csv', code: 'unreadable' },
    { name: 'folder', code: 'not-a-file' },
  ])
})

test.each(['', 'relative.csv', './a.csv', 'file:///etc/passwd', '\0'])(
  'refuses %j, which no drop can give',
  async (path) => {
    expect((await take(path)).refused).toMatchObject([{ code: 'not-a-file' }])
  },
)

test('refuses devices, which never end', async () => {
  expect((await take('/dev/zero')).refused).toEqual([{ name: 'zero', code: 'not-a-file' }])
})

test('refuses a file larger than any export', async () => {
  const path = await file('huge.csv', '')
  await truncate(path, largestFile + 1)
  expect((await take(path)).refused).toEqual([{ name: 'huge.csv', code: 'too-large' }])
})

test('a file that changed since it was chosen cannot be read as if it had not', async () => {
  const path = await file('a.csv')
  const [first] = (await take(path)).files
  await appendFile(path, '2\n')
  await expect(textOf(first?.handle)).rejects.toThrow('file-changed')
})

test('a link put in the place of a chosen file is not followed', async () => {
  const path = await file('a.csv')
  await file('secret.csv')
  const [first] = (await take(path)).files
  await rm(path)
  await symlink(join(folder, 'secret.csv'), path)
  await expect(textOf(first?.handle)).rejects.toMatchObject({ code: 'ELOOP' })
})

test('texts of the app are read like files', async () => {
  const staged = stageTexts(handles, [{ name: 'sample.csv', text: 'Größe\n' }])
  expect(staged.files).toMatchObject([{ name: 'sample.csv', size: 8 }])
  expect(await textOf(staged.files[0]?.handle)).toBe('Größe\n')
})
