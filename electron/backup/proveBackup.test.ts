import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Manifest } from '#shared/backup/manifest.ts'
import type { Refusal } from '#shared/backup/refusal.ts'
import { systemDisk } from '#electron/files/disk.ts'
import { content, entryOf, manifestOf, page, sha256, writeZip, zipped } from './inTests.ts'
import { proveBackup } from './proveBackup.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microbrand-'))
  path = join(folder, 'a.microbrand.zip')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const prove = async (schema = 2) => {
  const proof = await proveBackup(systemDisk, path, schema)
  return proof.ok ? 'proven' : proof.error
}
const rates = 'tables/rates.ndjson'
const kept = gzipSync('Order ID\n1\n')
const whole = { ...content, [`files/${sha256('Order ID\n1\n')}.gz`]: kept }

test('a whole backup is proven, and says what is inside', async () => {
  await writeZip(path, zipped(whole), manifestOf(whole))
  const proof = await proveBackup(systemDisk, path, 2)
  expect(proof).toEqual({ ok: true, value: manifestOf(whole) })
})

type Files = Readonly<Record<string, Buffer>>
const instead = (name: string, bytes: string | Buffer): Files => ({ ...whole, [name]: Buffer.from(bytes) })
const withManifest = (change: (manifest: Manifest) => object) => change(manifestOf(whole))
const without = (name: string): Files =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name))

type Hostile = readonly [string, Refusal, () => Promise<void>]
const hostile: readonly Hostile[] = [
  ['an entry that leads out of its folder', 'unsafe-name', () => smuggle('../../evil.sh')],
  ['an entry with an absolute path', 'unsafe-name', () => smuggle('/etc/cron.d/evil')],
  ['an entry with a drive', 'unsafe-name', () => smuggle('C:/Windows/evil.exe')],
  ['an entry with backslashes', 'unsafe-name', () => smuggle('tables\\..\\evil')],
  [
    'an entry nobody knows',
    'unknown-entry',
    () => writeZip(path, [...zipped(whole), { name: 'run.sh', bytes: page }], manifestOf(whole)),
  ],
  [
    'a table nobody speaks of',
    'unknown-entry',
    () => writeZip(path, zipped(instead('tables/evil.ndjson', '')), manifestOf(whole)),
  ],
  [
    'a symbolic link',
    'link',
    () =>
      writeZip(
        path,
        [...zipped(without(rates)), { name: rates, bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }],
        manifestOf(whole),
      ),
  ],
  [
    'a name that comes twice',
    'duplicate-entry',
    () => writeZip(path, [...zipped(whole), { name: rates, bytes: page }], manifestOf(whole)),
  ],
  [
    'a table that is not there',
    'missing-entry',
    () => writeZip(path, zipped(without(rates)), manifestOf(whole)),
  ],
  [
    'bytes that are not there',
    'missing-entry',
    () => {
      const files = without(`bytes/${sha256(page)}`)
      return writeZip(path, zipped(files), manifestOf(files))
    },
  ],
  [
    'other bytes of the same length',
    'wrong-hash',
    () =>
      writeZip(
        path,
        zipped(instead(rates, whole[rates]?.toString().replace('0.92', '9.92') ?? '')),
        manifestOf(whole),
      ),
  ],
  ['another length', 'wrong-size', () => writeZip(path, zipped(instead(rates, '')), manifestOf(whole))],
  [
    'a wrong count',
    'wrong-count',
    () =>
      writeZip(
        path,
        zipped(whole),
        withManifest((manifest) => ({
          ...manifest,
          entries: manifest.entries.map((entry) => (entry.name === rates ? { ...entry, rows: 3 } : entry)),
        })),
      ),
  ],
  [
    'a table without a count',
    'wrong-count',
    () =>
      writeZip(
        path,
        zipped(whole),
        withManifest((manifest) => ({
          ...manifest,
          entries: manifest.entries.map(({ rows: _rows, ...entry }) => entry),
        })),
      ),
  ],
  [
    'bytes under the name of others',
    'wrong-hash',
    () => {
      const files = instead(`bytes/${'a'.repeat(64)}`, 'x')
      return writeZip(path, zipped(files), manifestOf(files))
    },
  ],
  [
    'an imported file under the name of another',
    'wrong-hash',
    () => {
      const files = instead(`files/${'a'.repeat(64)}.gz`, kept)
      return writeZip(path, zipped(files), manifestOf(files))
    },
  ],
  [
    'an imported file that is none',
    'wrong-hash',
    () => {
      const files = instead(`files/${sha256('x')}.gz`, 'x')
      return writeZip(path, zipped(files), manifestOf(files))
    },
  ],
  [
    'a row with the key __proto__',
    'unsafe-key',
    () => {
      const files = instead(rates, '{"id":"a","__proto__":{"admin":true}}\n')
      return writeZip(path, zipped(files), manifestOf(files))
    },
  ],
  [
    'a manifest with the key __proto__',
    'unsafe-key',
    () =>
      writeZip(
        path,
        zipped(whole),
        JSON.stringify(manifestOf(whole)).replace('"format"', '"__proto__":{"a":1},"format"'),
      ),
  ],
  [
    'a row that is no record',
    'bad-row',
    () => {
      const files = instead(rates, '{"id":\n')
      return writeZip(path, zipped(files), manifestOf(files))
    },
  ],
  [
    'a last row without its end',
    'bad-row',
    () => {
      const files = instead(rates, '{"id":"a"}\n{"id":"b"}')
      return writeZip(path, zipped(files), manifestOf(files))
    },
  ],
  ['no manifest', 'not-a-backup', () => writeZip(path, zipped(whole))],
  ['a manifest of something else', 'not-a-backup', () => writeZip(path, [], { format: 'other' })],
  ['a manifest that is no JSON', 'not-a-backup', () => writeZip(path, [], '{')],
  [
    'a manifest with more than it may say',
    'not-a-backup',
    () =>
      writeZip(
        path,
        zipped(whole),
        withManifest((manifest) => ({ ...manifest, run: 'evil' })),
      ),
  ],
  [
    'a newer format',
    'newer-format',
    () => writeZip(path, [], { format: 'microbrand-backup', formatVersion: 2, schema: 1 }),
  ],
  [
    'a newer schema',
    'newer-schema',
    () =>
      writeZip(
        path,
        zipped(whole),
        withManifest((manifest) => ({ ...manifest, schema: 3 })),
      ),
  ],
  ['a picture', 'not-a-zip', () => writeFile(path, Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['an empty file', 'not-a-zip', () => writeFile(path, '')],
  [
    'a bomb',
    'too-large',
    () => {
      const files = instead(rates, Buffer.alloc(20_000_000))
      return writeZip(path, zipped(files), manifestOf(files))
    },
  ],
  ['a claim of four terabytes', 'too-large', claimSize],
]
const smuggle = async (name: string) => {
  // yazl refuses such names itself: the name is put in afterwards, at the same length
  const harmless = 'x'.repeat(name.length)
  await writeZip(path, [...zipped(whole), { name: harmless, bytes: page }], manifestOf(whole))
  const bytes = await readFile(path, 'latin1')
  await writeFile(path, bytes.replaceAll(harmless, name), 'latin1')
}

/** Writes another size of the first entry into the directory. */
async function claimSize() {
  await writeZip(path, zipped(whole), manifestOf(whole))
  const bytes = await readFile(path)
  const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1')
  bytes.writeUInt32LE(0xfffffff0, directory + 24)
  await writeFile(path, bytes)
}

test.each(hostile)('%s is refused: %s', async (_, refusal, make) => {
  await make()
  expect(await prove()).toBe(refusal)
})

test('there is no file to prove', async () => {
  expect(await prove()).toBe('unreadable')
})

test('a backup cut off anywhere is refused', async () => {
  await writeZip(path, zipped(whole), manifestOf(whole))
  const bytes = await readFile(path)
  for (let length = 0; length < bytes.length; length += 7) {
    await writeFile(path, bytes.subarray(0, length))
    expect(await prove(), `cut at ${length}`).not.toBe('proven')
  }
  await writeFile(path, bytes.subarray(0, -1))
  expect(await prove()).toBe('cut-off')
})

test('one other bit in what an entry holds is noticed, wherever it is', async () => {
  await writeZip(path, zipped(whole), manifestOf(whole))
  const good = await proveBackup(systemDisk, path, 2)
  const bytes = await readFile(path)
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
      const flipped = Buffer.from(bytes)
      const at = bit >> 3
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit & 7))
      await writeFile(path, flipped)
      const proof = await proveBackup(systemDisk, path, 2)
      // a bit of a time stamp or of a header that is written twice may change; what is inside may not
      if (proof.ok) expect(proof).toEqual(good)
    }),
    { numRuns: 100 },
  )
})

test('an entry of a table alone has a count', () => {
  expect(entryOf(rates, content[rates] ?? page).rows).toBe(2)
})
