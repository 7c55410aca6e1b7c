import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemDisk } from './disk.ts'
import { faultyDisk } from './faultyDisk.ts'
import type { Source } from './handles.ts'
import { hashSource, keepSource, openKept } from './keptFiles.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microbrand-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const sourceOf = (bytes: Buffer): Source => ({
  name: 'orders.csv',
  size: bytes.length,
  open: () => Promise.resolve(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)])),
})
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const bytes = Buffer.concat([Buffer.from('Order ID,Ünïcode\r\n'), randomBytes(300_000)])

async function readBack(name: string) {
  const opened = await openKept(systemDisk, folder, name, 'orders.csv')
  if (!opened.ok) return opened.error.code
  const chunks: Buffer[] = []
  for await (const chunk of await opened.source.open()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1') // compared faster than a Buffer
}

test('hashes a file by its content', async () => {
  // SHA-256 of "abc", FIPS 180-2, appendix B.1
  expect(await hashSource({ ...sourceOf(Buffer.from('abc')), size: 3 })).toEqual({
    ok: true,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    size: 3,
  })
})

test('gives a kept file back byte by byte, again and again', async () => {
  expect(await keepSource(systemDisk, folder, sourceOf(bytes))).toEqual({
    ok: true,
    sha256: sha256(bytes),
    size: bytes.length,
  })
  expect(await readBack(sha256(bytes))).toBe(bytes.toString('latin1'))
  expect(await readBack(sha256(bytes))).toBe(bytes.toString('latin1'))
})

test('keeps an empty file', async () => {
  const empty = Buffer.alloc(0)
  await keepSource(systemDisk, folder, sourceOf(empty))
  expect(await readBack(sha256(empty))).toBe('')
})

test('keeping a file again leaves one copy, and mends a damaged one', async () => {
  await keepSource(systemDisk, folder, sourceOf(bytes))
  await writeFile(join(folder, `${sha256(bytes)}.gz`), 'noise')
  await keepSource(systemDisk, folder, sourceOf(bytes))
  expect(await readdir(folder)).toEqual([`${sha256(bytes)}.gz`])
  expect(await readBack(sha256(bytes))).toBe(bytes.toString('latin1'))
})

test('says that a file was never kept, or that its copy was cut off', async () => {
  const name = sha256(bytes)
  expect(await readBack(name)).toBe('not-kept')
  await writeFile(join(folder, `${name}.gz`), 'cut off')
  expect(await readBack(name)).toBe('unreadable')
})

test('a copy whose bytes changed ends in an error, never in other figures', async () => {
  await keepSource(systemDisk, folder, sourceOf(bytes))
  const path = join(folder, `${sha256(bytes)}.gz`)
  const packed = await readFile(path)
  packed[1000] = (packed[1000] ?? 0) ^ 1
  await writeFile(path, packed)
  await expect(readBack(sha256(bytes))).rejects.toThrow()
})

test('a whole file under the name of another one ends in an error', async () => {
  await writeFile(join(folder, `${sha256(bytes)}.gz`), gzipSync('Order ID\r\n1\r\n'))
  await expect(readBack(sha256(bytes))).rejects.toThrow('kept-file-damaged')
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EIO', 'failed'],
] as const)('%s while keeping is said as %s and leaves no half copy', async (code, said) => {
  for (let at = 1; ; at += 1) {
    const { disk, reached } = faultyDisk({ at, code })
    const outcome = await keepSource(disk, folder, sourceOf(bytes))
    if (!reached()) break
    expect(outcome).toEqual({ ok: false, error: { code: said } })
    for (const name of (await readdir(folder)).filter((entry) => entry.endsWith('.gz'))) {
      expect(await readBack(name.slice(0, -3))).toBe(bytes.toString('latin1'))
    }
  }
})

test('a file that cannot be read to its end is not kept', async () => {
  const torn = async () => {
    const stream = new Readable({ read: () => undefined })
    stream.push('Order ID')
    setImmediate(() => stream.destroy(new Error('unplugged')))
    return stream
  }
  const source = { ...sourceOf(bytes), open: torn }
  expect(await keepSource(systemDisk, folder, source)).toEqual({ ok: false, error: { code: 'unreadable' } })
  expect(await readdir(folder)).toEqual([])
  const gone = { ...sourceOf(bytes), open: () => Promise.reject(new Error('gone')) }
  expect(await keepSource(systemDisk, folder, gone)).toEqual({ ok: false, error: { code: 'unreadable' } })
  expect(await hashSource(gone)).toEqual({ ok: false, error: { code: 'unreadable' } })
})
