import { z } from 'zod'

const id = z.uuid().optional().catch(undefined)

/** What a new document begins as: its kind, and whom it is for. */
export const newSearch = z.object({
  kind: z.enum(['quote', 'invoice']).catch('invoice'),
  client: id,
})
/** Of a document that is not stored yet. */
export const documentSearch = z.object({
  kind: z.enum(['quote', 'invoice']).optional().catch(undefined),
  client: id,
})
export type DocumentSearch = z.infer<typeof documentSearch>
