import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAll } from './readAll.ts'

const orders = readFileSync(
  new URL('../../tests/fixtures/commerce/etsy-sold-orders-2024.csv', import.meta.url),
  'utf8',
)
const bytes = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
  return new Uint8Array(view.buffer)
}

describe('encodings', () => {
  const utf8 = new TextEncoder().encode(orders)
  test.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], utf8), 'utf-8'],
    ['UTF-16 LE with a mark', bytes([0xff, 0xfe], utf16(orders, true)), 'utf-16le'],
    ['UTF-16 BE with a mark', bytes([0xfe, 0xff], utf16(orders, false)), 'utf-16be'],
    ['UTF-16 LE', utf16(orders, true), 'utf-16le'],
    ['UTF-16 BE', utf16(orders, false), 'utf-16be'],
  ] as const)('%s holds the same orders', async (_, content, encoding) => {
    const read = await readAll(content)
    expect(read.result).toMatchObject({ ok: true, value: { encoding, rows: 14, refused: [] } })
    expect(read.entries).toEqual((await readAll(orders)).entries)
  })

  const european = orders
    .replace('Ana Quill",Ana', 'Zoë “Ö” – €5 Œuvre",Ana')
    .replace(/[^\u0020-\u00ff€“”–Œ\n]/g, '?')
  const windows1252 = Uint8Array.from(
    european,
    (letter) => ({ '€': 0x80, '“': 0x93, '”': 0x94, '–': 0x96, Œ: 0x8c })[letter] ?? letter.charCodeAt(0),
  )

  test.each([1, 2, 3, 7, 1 << 16])(
    'windows-1252 is read to the letter, in chunks of %i bytes',
    async (chunk) => {
      const read = await readAll(windows1252, chunk)
      expect(read.result).toMatchObject({ ok: true, value: { encoding: 'windows-1252', refused: [] } })
      expect(read.entries[0]?.buyer).toContain('Zoë “Ö” – €5 Œuvre')
    },
  )

  test('a letter cut off at the end of the file is no reason to replace it', async () => {
    const read = await readAll(
      bytes(new TextEncoder().encode(orders.replaceAll(/[^ -~\n]/g, 'x')), [0x5a, 0xe9]),
    )
    expect(read.result).toMatchObject({ ok: true, value: { encoding: 'windows-1252' } })
  })

  test.each([
    ['bytes that no encoding has after letters of UTF-8', bytes(utf8, [0xff, 0x41])],
    [
      'bytes that fit neither UTF-8 nor windows-1252',
      Uint8Array.from(orders.replace(/[^\n\u0020-\u007e]/g, 'x').replace('Ana', 'A\u008da'), (letter) =>
        letter.charCodeAt(0),
      ),
    ],
    ['a mark of UTF-8 before what is none', bytes([0xef, 0xbb, 0xbf], windows1252)],
    ['a zip', bytes([0x50, 0x4b, 3, 4, 20, 0], utf8)],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n' + orders)],
    ['noise', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) % 256)],
    ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], new Uint8Array(200))],
  ])('%s is refused as a whole', async (_, content) => {
    expect((await readAll(content)).result).toEqual({ ok: false, error: { code: 'not-text', row: null } })
  })

  test('a stray NUL and other control characters are left out', async () => {
    const read = await readAll(orders.replace('Ana Quill",Ana', 'Ana\u0000 Qu\u001fi\u001ell\u0007",Ana'))
    expect(read.entries).toEqual((await readAll(orders)).entries)
    expect(read.details.split('\u001e').length).toBe(14)
  })
})
