import { z } from 'zod'
import { done, failed, handle, none, sha256 } from './shape.ts'

/** A file a person chose or dropped. Its bytes are read with `fetch('app://microbrand/import/<handle>')`, as often as needed, until released. */
export const chosenFile = z.strictObject({
  handle,
  name: z.string().max(255),
  size: z.number().int().nonnegative(),
})
const chosenFiles = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    files: z.array(chosenFile),
    refused: z.array(
      z.strictObject({ name: z.string(), code: z.enum(['not-a-file', 'unreadable', 'too-large']) }),
    ),
  }),
  failed(['cancelled']),
])

/** Files that come in: chosen, dropped, kept. */
export const fileMessages = {
  /** Lets the person choose export files in the system's dialog. */
  chooseFiles: { input: none, output: chosenFiles },
  /** Takes files dropped on the window. The preload turns `File`s into paths; a page never names one. */
  acceptDropped: {
    input: z.strictObject({ paths: z.array(z.string().max(4096)).max(200) }),
    output: chosenFiles,
  },
  /** The files the app was opened with (a file argument, a second start); each is handed over once, `cancelled` when there are none. The command `opened-files` says that more came. */
  openedFiles: { input: none, output: chosenFiles },
  /** Opens a kept source file again, by its content hash. */
  openKept: {
    input: z.strictObject({ sha256 }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), file: chosenFile }),
      failed(['not-kept', 'unreadable']),
    ]),
  },
  /** Keeps a compressed copy of each file, by the hash of its content. Repeatable. */
  keepFiles: {
    input: z.strictObject({ handles: z.array(handle).max(200) }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({
        ok: z.literal(true),
        kept: z.array(z.strictObject({ handle, sha256, size: z.number().int().nonnegative() })),
      }),
      failed(['disk-full', 'unreadable', 'unknown-handle', 'failed']),
    ]),
  },
  /** The SHA-256 of a chosen file's content. */
  hashFile: {
    input: z.strictObject({ handle }),
    output: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), sha256, size: z.number().int().nonnegative() }),
      failed(['unreadable', 'unknown-handle']),
    ]),
  },
  /** Hands over files the app wrote itself (the sample brand), so that they take the same way as a person's. */
  stageFiles: {
    input: z.strictObject({
      files: z
        .array(
          z.strictObject({ name: z.string().regex(/^[\w.-]{1,80}\.csv$/), text: z.string().max(20_000_000) }),
        )
        .max(20),
    }),
    output: chosenFiles,
  },
  releaseFiles: { input: z.strictObject({ handles: z.array(handle).max(200) }), output: done },
} as const
