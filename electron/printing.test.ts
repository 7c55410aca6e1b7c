import { expect, test } from 'vitest'
import { createPrinting } from './printing.ts'

type Page = Parameters<typeof createPrinting>[0]
type Asked = Parameters<Page['print']>
const pageThat = (...[printed, reason]: readonly [boolean, string]) => {
  const asked: unknown[] = []
  const page: Page = {
    print: (...[options, answer]: Asked) => {
      asked.push(options)
      answer?.(printed, reason)
    },
    printToPDF: async (options) => {
      asked.push(options)
      return Buffer.from('%PDF')
    },
  }
  return { asked, printing: createPrinting(page) }
}

test('what is printed goes through the system’s dialog, on the paper that was chosen', async () => {
  const { asked, printing } = pageThat(true, '')
  expect(await printing.print('Letter')).toEqual({ ok: true })
  expect(asked).toEqual([
    { silent: false, printBackground: true, pageSize: 'Letter', margins: { marginType: 'none' } },
  ])
})

test('a person who thinks better of it has not failed', async () => {
  const cancelled = pageThat(false, 'Print job canceled')
  expect(await cancelled.printing.print('A4')).toEqual({ ok: false, error: { code: 'cancelled' } })
  const broken = pageThat(false, 'Print job failed')
  expect(await broken.printing.print('A4')).toEqual({ ok: false, error: { code: 'failed' } })
})

test('a PDF has no margins but those of the page', async () => {
  const { asked, printing } = pageThat(true, '')
  expect(await printing.pdf('A4')).toEqual(Buffer.from('%PDF'))
  expect(asked).toMatchObject([{ pageSize: 'A4', margins: { top: 0, bottom: 0, left: 0, right: 0 } }])
})
