import { z } from 'zod'
import { papers } from './saveMessages.ts'
import { done, failed, handle, writeFailures } from './shape.ts'

/** What is printed: documents as data. The page that draws them takes them for words and numbers alone. */
const paperJob = z.strictObject({
  /** Becomes the title of the PDF. */
  title: z.string().min(1).max(200),
  /** BCP 47. */
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  paper: z.enum(papers),
  sheets: z.array(z.json()).min(1).max(500),
})
export type PaperJob = z.infer<typeof paperJob>

const saved = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), name: z.string() }),
  failed(['cancelled', ...writeFailures]),
])

/** Documents on paper and as PDF. A page of its own draws them, unseen, so that the window stays as it is. */
export const paperMessages = {
  /** Saves a document as PDF where the person says. */
  savePaper: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(120), job: paperJob }),
    output: saved,
  },
  /** Prints through the system's dialog; answered once it is handed over. */
  printPaper: {
    input: z.strictObject({ job: paperJob }),
    output: z.discriminatedUnion('ok', [done, failed(['cancelled', 'failed'])]),
  },
  /** Asks for the folder many PDFs go to. */
  choosePaperFolder: {
    input: z.strictObject({}),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), folder: handle, name: z.string() }),
      failed(['cancelled']),
    ]),
  },
  /** Saves one of many there. A file of that name is not written over: a number is added. */
  savePaperIn: {
    input: z.strictObject({ folder: handle, name: z.string().min(1).max(120), job: paperJob }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), name: z.string() }),
      failed(['unknown-folder', ...writeFailures]),
    ]),
  },
  /** The paper's own page tells what it has drawn, and waits for the next. */
  nextPaper: {
    input: z.strictObject({
      drawn: z.strictObject({ id: handle, pages: z.number().int().nonnegative() }).nullable(),
    }),
    output: z.strictObject({ id: handle, job: paperJob }),
  },
} as const
