import {
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint16,
  Uint32,
  Uint8,
  Utf8,
} from 'apache-arrow'
import type { Data, DataType } from 'apache-arrow'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import type { Dictionaries, EntryBatch } from './entry.ts'

const plain = {
  saleHigh: new Uint32(),
  saleLow: new Uint32(),
  keyHigh: new Uint32(),
  keyLow: new Uint32(),
  day: new Int32(),
  kind: new Uint8(),
  type: new Uint8(),
  status: new Uint8(),
  source: new Uint8(),
  flags: new Uint8(),
  stream: new Uint8(),
  amount: new Float64(),
  quantity: new Int32(),
  file: new Uint16(),
  row: new Uint32(),
} as const

/** Each dictionary has its own fixed id, so that the same entries always give the same bytes. */
const worded = {
  account: new Dictionary(new Utf8(), new Uint16(), 1),
  currency: new Dictionary(new Utf8(), new Uint8(), 2),
  listing: new Dictionary(new Utf8(), new Uint32(), 3),
  buyer: new Dictionary(new Utf8(), new Uint32(), 4),
  label: new Dictionary(new Utf8(), new Uint32(), 5),
} as const

const plainNames = Object.keys(plain) as readonly (keyof typeof plain)[]
const wordedNames = Object.keys(worded) as readonly (keyof typeof worded)[]

const schema = new Schema([
  ...plainNames.map((name) => new Field(name, plain[name])),
  ...wordedNames.map((name) => new Field(name, worded[name])),
])

/** The columns of a batch as an Arrow stream. Its details are kept beside it. */
export function encodePage(batch: EntryBatch): Uint8Array {
  const children: Data<DataType>[] = [
    ...plainNames.map(
      (name) => makeData({ type: plain[name], data: batch[name] } as never) as Data<DataType>,
    ),
    ...wordedNames.map((name) => {
      const dictionary = makeVector(textData(batch.dictionaries[name]))
      return makeData({ type: worded[name], data: batch[name], dictionary } as never) as Data<DataType>
    }),
  ]
  const struct = makeData({ type: new Struct(schema.fields), length: batch.count, nullCount: 0, children })
  return tableToIPC(new Table([new RecordBatch(schema, struct)]), 'stream')
}

/** All texts are encoded at once: a call for each of them took longer than all the rest of a page. */
function textData(texts: readonly string[]): Data<Utf8> {
  const whole = texts.join('')
  const data = new TextEncoder().encode(whole)
  const lengthOf = data.length === whole.length ? (text: string) => text.length : utf8Length
  const valueOffsets = new Int32Array(texts.length + 1)
  let end = 0
  for (let at = 0; at < texts.length; at++) valueOffsets[at + 1] = end += lengthOf(texts[at] ?? '')
  // Half a character (a damaged entity) is written as the sign for what cannot be read.
  if (end !== data.length) return textData(texts.map(wellFormed))
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data })
}

const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text))

function utf8Length(text: string): number {
  let length = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x80) length += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2
  }
  return length
}

/**
 * The batch a page holds (without details), or `damaged` where the bytes are no page of `count` entries. Arrow itself does
 * not notice overwritten bytes: check the SHA-256 first.
 */
export function decodePage(
  bytes: Uint8Array,
  count: number,
): Result<EntryBatch, { readonly code: 'damaged' }> {
  try {
    const table = tableFromIPC(bytes)
    if (table.numRows !== count) return err({ code: 'damaged' })
    const columns = Object.fromEntries(
      [...plainNames, ...wordedNames].map((name) => [name, valuesOf(table, name, count)]),
    )
    const dictionaries = Object.fromEntries(wordedNames.map((name) => [name, textsOf(table, name)]))
    return ok({ count, ...columns, dictionaries: dictionaries as Dictionaries, details: '' } as EntryBatch)
  } catch {
    return err({ code: 'damaged' })
  }
}

/** Arrow pads its buffers: only the first `count` values are the column's. */
function valuesOf(table: Table, name: string, count: number): unknown {
  const values: { subarray: (from: number, to: number) => unknown } | undefined =
    table.getChild(name)?.data[0]?.values
  if (values === undefined) throw new Error(`no column ${name}`)
  return values.subarray(0, count)
}

/** All texts are decoded at once, for the reason they are encoded so. */
function textsOf(table: Table, name: string): readonly string[] {
  const data: Data | undefined = table.getChild(name)?.data[0]?.dictionary?.data[0]
  if (!data) throw new Error(`no dictionary ${name}`)
  const offsets = data.valueOffsets.subarray(0, data.length + 1)
  const bytes: Uint8Array = data.values.subarray(0, offsets[data.length] ?? 0)
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const texts: string[] = []
  const isPlain = whole.length === bytes.length
  for (let at = 0, from = 0, byte = offsets[0] ?? 0; at < data.length; at++) {
    const next = offsets[at + 1] ?? 0
    const to = isPlain ? next : from + unitsIn(bytes, byte, next)
    texts.push(whole.slice(from, to))
    ;[from, byte] = [to, next]
  }
  return texts
}

/** How many of a string's units these bytes of UTF-8 are: one for each character, two for one beyond the first 65,536. */
function unitsIn(bytes: Uint8Array, from: number, to: number): number {
  let units = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
