import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readFuses, wrongFuses } from './readFuses.mjs'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A program with these wires in it, as Electron lays them down: sentinel, version 1, length, a digit for each fuse. */
function appWith(wires: readonly string[], path = 'app'): string {
  const folder = mkdtempSync(join(tmpdir(), 'microbrand-fuses-'))
  folders.push(folder)
  const bytes = wires.map((wire) =>
    Buffer.concat([
      Buffer.from('some code dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, wire.length]),
      Buffer.from(wire),
    ]),
  )
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), Buffer.concat(bytes))
  return join(folder, path)
}

// in Electron's order: run as Node, cookies, NODE_OPTIONS, inspect, integrity, only asar, snapshot, file protocol
const right = '00001100r'

test('a wire as it is shipped has nothing wrong, and a fuse nobody knows is left as it is', async () => {
  const wires = await readFuses(appWith([right]))
  expect(wires).toHaveLength(1)
  expect(wires[0]).toMatchObject({
    RunAsNode: 'off',
    OnlyLoadAppFromAsar: 'on',
    'fuse 8': 'as Electron ships it',
  })
  expect(wrongFuses(wires)).toEqual([])
})

test('a fuse that is not burnt is noticed, in the second half of a Mac program too', async () => {
  expect(wrongFuses(await readFuses(appWith(['10001100'])))).toEqual([['RunAsNode', 'off']])
  const app = appWith(
    [right, '00000100'],
    'Microbrand.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
  )
  const wires = await readFuses(join(app, '..', '..', '..', '..'))
  expect(wrongFuses(wires)).toEqual([['EnableEmbeddedAsarIntegrityValidation', 'on']])
})

test('a program without any wire is no released app', async () => {
  expect(wrongFuses(await readFuses(appWith([]))).map(([fuse]) => fuse)).toContain('RunAsNode')
})
