import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesIn, readRow, restoreRow, writeRow } from './rows.ts'

const nameOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .padEnd(64, '0')
function roundTrip(row: object): unknown {
  const named = new Map(bytesIn(row).map((bytes) => [nameOf(bytes), bytes]))
  const read = readRow(writeRow(row, nameOf))
  if (!read.ok) return read.error
  expect(new Set(read.value.bytes)).toEqual(new Set(named.keys()))
  return restoreRow(read.value, (hash) => named.get(hash) ?? new Uint8Array())
}

test('a record is one line of plain JSON, and its bytes are named by their hash', () => {
  const hash = 'ab'.padEnd(64, '0')
  expect(writeRow({ id: 'a', title: 'Zoë\n花', bytes: new Uint8Array([0xab]) }, nameOf)).toBe(
    `{"id":"a","title":"Zoë\\n花","bytes":{"$bytes":"${hash}"}}`,
  )
})

test('keys that mean something to the format or the engine are written as entries', () => {
  const row = { id: 'a', ['__proto__']: { polluted: true }, $bytes: 'text' }
  expect(writeRow(row, nameOf)).toBe(
    '{"$entries":[["id","a"],["__proto__",{"polluted":true}],["$bytes","text"]]}',
  )
  const restored = roundTrip(row)
  expect(restored).toEqual(row)
  expect(Object.keys(restored as object)).toEqual(['id', '__proto__', '$bytes'])
  expect((restored as { readonly polluted?: boolean }).polluted).toBeUndefined()
})

test('whatever a record holds comes back as it was', () => {
  const key = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', '$bytes', '$entries', 'toString'),
  )
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.boolean(),
      fc.constant(null),
      fc.uint8Array({ maxLength: 8 }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }))
  fc.assert(
    fc.property(fc.dictionary(key, value, { noNullPrototype: true }), (row) => {
      expect(isDeepStrictEqual(roundTrip(row), row), JSON.stringify(row)).toBe(true)
    }),
  )
})

test.each([
  ['a date', { at: new Date(0) }],
  ['a map', { at: new Map() }],
  ['not a number', { at: Number.NaN }],
  ['other bytes', { at: new Float64Array(1) }],
])('%s is a bug, not a loss nobody sees', (_, row) => {
  expect(() => writeRow(row, nameOf)).toThrow()
})

test.each([
  ['{"id":"a"', 'bad-row'],
  ['[]', 'bad-row'],
  ['7', 'bad-row'],
  ['{"id":"a","__proto__":{"polluted":true}}', 'unsafe-key'],
  ['{"id":"a","deep":[{"__proto__":1}]}', 'unsafe-key'],
  ['{"bytes":{"$bytes":"../../etc/passwd"}}', 'bad-row'],
  ['{"bytes":{"$bytes":"ab","more":1}}', 'bad-row'],
  ['{"$unknown":1}', 'bad-row'],
  ['{"$entries":[["a"]]}', 'bad-row'],
  [`{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 'bad-row'],
])('the line %s is refused', (line, code) => {
  expect(readRow(line)).toEqual({ ok: false, error: code })
})
