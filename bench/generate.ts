import { once } from 'node:events'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { etsyItems } from './etsyItems.ts'
import type { Expected } from './expected.ts'
import { shopifyOrders } from './shopifyOrders.ts'

export type Size = { readonly format: 'etsy' | 'shopify'; readonly count: number }
export type ExportFile = Size & { readonly path: string; readonly bytes: number; readonly expected: Expected }

/** Grows when the files would be written differently, so that old ones are not taken for them. */
const version = 5
const seed = 20_250_630

/** An export of that size, written now unless it is there from an earlier run. */
export async function exportFile({ format, count }: Size, folder: string): Promise<ExportFile> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${format}-${count}-v${version}.csv`)
  const beside = `${path}.expected.json`
  if (!existsSync(beside)) {
    const expected = await write(
      path,
      format === 'etsy' ? etsyItems(count, seed) : shopifyOrders(count, seed),
    )
    writeFileSync(beside, JSON.stringify(expected))
  }
  return {
    format,
    count,
    path,
    bytes: statSync(path).size,
    expected: JSON.parse(readFileSync(beside, 'utf8')) as Expected,
  }
}

/** Streams the file to the disk, under its name only once it is whole. */
async function write(path: string, texts: Generator<string, Expected>): Promise<Expected> {
  const file = createWriteStream(`${path}.part`)
  let waiting = ''
  for (let next = texts.next(); ; next = texts.next()) {
    waiting += next.done === true ? '' : next.value
    if (waiting.length > 1 << 20 || next.done === true) {
      if (!file.write(waiting)) await once(file, 'drain')
      waiting = ''
    }
    if (next.done !== true) continue
    file.end()
    await once(file, 'close')
    renameSync(`${path}.part`, path)
    return next.value
  }
}
