import type { SheetWorker } from '#data/workers.ts'
import type { NextLines, SheetLine } from '#shared/sheet/sheetRequest.ts'
import { writeCsv } from '#shared/sheet/writeCsv.ts'
import { writeXlsx } from './writeXlsx.ts'

/** Sent on together: a message for each small part would cost more than the part. */
const partSize = 512 * 1024

/** Turns lines into the bytes of a file. Plain code: the worker's entry file exposes it. */
export function createSheetHost(): SheetWorker {
  return {
    write: async (spec, next, put) => {
      const write = spec.kind === 'csv' ? writeCsv : writeXlsx
      let held: Uint8Array[] = []
      let size = 0
      const send = async () => {
        const whole = joined(held, size)
        held = []
        size = 0
        return whole.length === 0 || put(whole)
      }
      for await (const part of write(spec, pagesOf(next))) {
        held.push(part)
        size += part.length
        if (size >= partSize && !(await send())) return
      }
      await send()
    },
    stop: () => {},
  }
}

async function* pagesOf(next: NextLines): AsyncGenerator<readonly SheetLine[]> {
  for (let lines = await next(); lines !== null; lines = await next()) yield lines
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
