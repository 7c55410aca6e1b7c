import { expect, test, vi } from 'vitest'
import type { Api } from '#shared/ipc/contract.ts'
import type { SheetLine } from '#shared/sheet/sheetRequest.ts'
import { writeCsv } from '#shared/sheet/writeCsv.ts'
import { sheetSaver } from './saveSheet.ts'
import type { SheetWorker } from './workers.ts'

const save = '0'.repeat(32)
type SaveApi = Pick<Api, 'beginSave' | 'writeSave' | 'endSave'>

/** Main's side in memory: parts of one file, and what became of it. */
function start(over: Partial<SaveApi> = {}) {
  const parts: Uint8Array[] = []
  const ended: boolean[] = []
  const api: SaveApi = {
    beginSave: () => Promise.resolve({ ok: true, save }),
    writeSave: ({ bytes }) => {
      parts.push(bytes)
      return Promise.resolve({ ok: true })
    },
    endSave: ({ keep }) => {
      ended.push(keep)
      return Promise.resolve({ ok: true, name: 'a.csv' })
    },
    ...over,
  }
  const stop = vi.fn()
  const worker: SheetWorker = {
    write: async (spec, next, put) => {
      async function* pages() {
        for (let lines = await next(); lines !== null; lines = await next()) yield lines
      }
      for await (const bytes of writeCsv(spec, pages())) if (!(await put(new Uint8Array(bytes)))) return
    },
    stop,
  }
  const written = () =>
    parts.map((part) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(part)).join('')
  return { saveSheet: sheetSaver({ api, workers: { startSheet: () => worker } }), ended, written, stop }
}
const request = (pages: readonly (readonly SheetLine[])[], signal = new AbortController().signal) => {
  const left = [...pages]
  const next = vi.fn(() => Promise.resolve(left.shift() ?? null))
  return {
    kind: 'csv',
    title: 'Sales',
    heads: ['Day', 'Gross'],
    suggestedName: 'a.csv',
    next,
    signal,
  } as const
}

test('a list is written page by page and put in its place at the end', async () => {
  const { saveSheet, ended, written, stop } = start()
  const line: SheetLine = [{ day: '2024-03-28' }, { minor: -1250, currency: 'USD' }]
  expect(await saveSheet(request([[line], [line]]))).toEqual({ ok: true, value: { name: 'a.csv' } })
  expect(written()).toBe('\uFEFFDay,Gross\r\n2024-03-28,-12.50\r\n2024-03-28,-12.50\r\n')
  expect(ended).toEqual([true])
  expect(stop).toHaveBeenCalledOnce()
})

test('a person who changes their mind in the dialog gets no file and no error', async () => {
  const { saveSheet, ended } = start({
    beginSave: () => Promise.resolve({ ok: false, error: { code: 'cancelled' } }),
  })
  const asked = request([])
  expect(await saveSheet(asked)).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(asked.next).not.toHaveBeenCalled()
  expect(ended).toEqual([])
})

test('an export that is stopped leaves nothing', async () => {
  const { saveSheet, ended } = start()
  const stop = new AbortController()
  const asked = { ...request([], stop.signal), next: () => Promise.resolve(stop.abort()).then(() => [['x']]) }
  expect(await saveSheet(asked)).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(ended).toEqual([false])
})

test('a full disk is said, and what was written of the file is dropped', async () => {
  const { saveSheet, ended } = start({
    writeSave: () => Promise.resolve({ ok: false, error: { code: 'disk-full' } }),
  })
  expect(await saveSheet(request([[['x', null]]]))).toEqual({ ok: false, error: { code: 'disk-full' } })
  expect(ended).toEqual([false])
})

test('a list that cannot be read drops the file and shows as the bug it is', async () => {
  const { saveSheet, ended } = start()
  const asked = { ...request([]), next: () => Promise.reject(new Error('book page damaged')) }
  await expect(saveSheet(asked)).rejects.toThrow('book page damaged')
  expect(ended).toEqual([false])
})
