import { z } from 'zod'
import { done, failed, handle, writeFailures } from './shape.ts'

/** What a page can be printed on, as the engine names it. */
export const papers = ['A4', 'Letter'] as const

const saved = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), name: z.string() }),
  failed(['cancelled', ...writeFailures]),
])

/** What goes out: files a person saves, and paper. */
export const saveMessages = {
  /** Saves a text (CSV) where the person says in the system's dialog. */
  saveText: {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(120),
      kind: z.enum(['csv', 'json', 'txt']),
      text: z.string().max(400_000_000),
    }),
    output: saved,
  },
  /** Saves a picture (PNG bytes) where the person says. */
  savePicture: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(120), bytes: z.instanceof(Uint8Array) }),
    output: saved,
  },
  /** Saves the page as it is printed, as PDF, where the person says. */
  savePage: {
    input: z.strictObject({ suggestedName: z.string().min(1).max(120), paper: z.enum(papers) }),
    output: saved,
  },
  /** Prints the page through the system's dialog; answered once it is handed over. */
  printPage: {
    input: z.strictObject({ paper: z.enum(papers) }),
    output: z.discriminatedUnion('ok', [done, failed(['cancelled', 'failed'])]),
  },
  /** Asks where to save a file that comes in parts. It is there, whole, only once the save has ended. */
  beginSave: {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(120),
      kind: z.enum(['csv', 'xlsx', 'json']),
    }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), save: handle }),
      failed(['cancelled', ...writeFailures]),
    ]),
  },
  /** The next part; answered once it is written. After a failure the save is gone. */
  writeSave: {
    input: z.strictObject({
      save: handle,
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= 16_000_000),
    }),
    output: z.discriminatedUnion('ok', [done, failed([...writeFailures, 'unknown-save'])]),
  },
  /** Puts the file in its place, or removes what was written of it. */
  endSave: {
    input: z.strictObject({ save: handle, keep: z.boolean() }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), name: z.string() }),
      failed([...writeFailures, 'unknown-save']),
    ]),
  },
} as const
