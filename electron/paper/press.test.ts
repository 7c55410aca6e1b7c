import { expect, test, vi } from 'vitest'
import type { PaperJob } from '#shared/ipc/paperMessages.ts'
import { createPress } from './press.ts'

const job = (title: string): PaperJob => ({ title, language: 'en', paper: 'A4', sheets: [{ title }] })

/** A press whose page is played by the test. */
function pressed(patience = 10_000) {
  const opened: { readonly gone: () => void; readonly close: () => void }[] = []
  const printed: string[] = []
  let drawn = ''
  const press = createPress({
    patience,
    open: (gone) => {
      const close = vi.fn<() => void>()
      opened.push({ gone, close })
      return {
        close,
        webContents: {
          printToPDF: async () => {
            printed.push(drawn)
            return Buffer.from(drawn)
          },
          print: (_options, done) => done?.(true, ''),
        },
      }
    },
  })
  /** The page draws whatever it is given, like the real one. */
  const play = async (times: number) => {
    let last: { id: string; pages: number } | null = null
    for (let time = 0; time < times; time++) {
      const next = await press.next(last)
      drawn = next.job.title
      last = { id: next.id, pages: 1 }
    }
    void press.next(last)
  }
  return { press, opened, printed, play }
}

test('documents are drawn one after the other, each printed before the next is drawn', async () => {
  const { press, opened, printed, play } = pressed()
  const bytes = Promise.all(['a', 'b', 'c'].map((title) => press.pdf(job(title))))
  await play(3)
  expect((await bytes).map((one) => Buffer.from(one).toString())).toEqual(['a', 'b', 'c'])
  expect(printed).toEqual(['a', 'b', 'c'])
  expect(opened).toHaveLength(1)
})

test('a page that breaks fails its document, and the next one opens a new page', async () => {
  const { press, opened, play } = pressed()
  const first = press.pdf(job('a'))
  await press.next(null)
  opened[0]?.gone()
  await expect(first).rejects.toThrow('gone')
  const second = press.pdf(job('b'))
  await play(1)
  expect(Buffer.from(await second).toString()).toBe('b')
  expect(opened).toHaveLength(2)
})

test('a page that never answers is closed after a while', async () => {
  const { press, opened } = pressed(20)
  await expect(press.pdf(job('a'))).rejects.toThrow('in time')
  expect(opened[0]?.close).toHaveBeenCalledOnce()
})

test('an answer for another document counts for nothing', async () => {
  const { press, printed } = pressed(50)
  const bytes = press.pdf(job('a'))
  await press.next(null)
  void press.next({ id: '0'.repeat(32), pages: 1 })
  await expect(bytes).rejects.toThrow('in time')
  expect(printed).toEqual([])
})

test('printing answers with what the system said', async () => {
  const { press, play } = pressed()
  const answer = press.print(job('a'))
  await play(1)
  expect(await answer).toEqual({ ok: true })
})
