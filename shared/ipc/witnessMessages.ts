import { z } from 'zod'
import { done, failed, sha256, uuid, writeFailures } from './shape.ts'

/** What must be there: one brand's database as its last commit left it. `pages` counts book pages, `lastSeq` is the last row of `changes`. */
export const brandState = z.strictObject({
  id: uuid,
  /** The id its backups bear, if it is another one: that of the brand it was restored from. Once told, it is remembered. */
  lasting: uuid.optional(),
  name: z.string().max(200),
  schema: z.number().int().positive(),
  pages: z.number().int().nonnegative(),
  lastSeq: z.number().int().nonnegative(),
  imports: z.number().int().nonnegative(),
  /** Kept source files by content hash, with what is needed to read them again. */
  kept: z.array(
    z.strictObject({
      sha256,
      name: z.string().max(255),
      size: z.number().int().nonnegative(),
      account: z.string().max(200),
    }),
  ),
})
/** What the renderer finds when it opens the databases; `null` schema = the database could not be opened. */
export const foundState = z.strictObject({
  id: uuid,
  lasting: uuid.optional(),
  schema: z.number().int().nonnegative().nullable(),
  pages: z.number().int().nonnegative(),
  lastSeq: z.number().int().nonnegative(),
  code: z.enum(['fine', 'missing', 'newer', 'unopenable', 'damaged']),
})
export const loss = z.strictObject({
  brand: brandState,
  code: z.enum(['missing', 'emptied', 'fewer-pages', 'behind', 'damaged', 'newer', 'unopenable']),
})

/** What must be there, told to main and compared by it. */
export const witnessMessages = {
  /** Called once at start, before anything is drawn: compares what is there with what must be there. */
  reportDatabases: {
    input: z.strictObject({
      registry: z.enum(['fine', 'empty', 'newer', 'unopenable']),
      found: z.array(foundState),
    }),
    /** `wasCutOff`: the last time the app ended before it could finish. */
    output: z.strictObject({ losses: z.array(loss), wasCutOff: z.boolean() }),
  },
  /** After every commit: what must be there from now on. Answered once it is on disk. */
  witness: { input: brandState, output: z.discriminatedUnion('ok', [done, failed(writeFailures)]) },
  /** Before a commit that shrinks (undo sweeps, delete a brand): so that it is not taken for a loss. */
  announceShrink: {
    input: z.strictObject({ id: uuid, pages: z.number().int().nonnegative(), deleted: z.boolean() }),
    output: done,
  },
  /** The person has seen the loss and chose to go on without what is gone: the witness forgets it. */
  acceptLoss: { input: z.strictObject({ id: uuid }), output: done },
} as const
