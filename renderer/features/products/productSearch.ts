import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** A part of a link that is wrong is left out, the rest still works. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** The address of a product's page: which sales count, and in which currency. */
export const productSearch = z.object({
  from: lenient(day),
  to: lenient(day),
  /** The only currency that is shown; without it all are, in the brand's own. */
  currency: lenient(z.string().max(3)),
})
export type ProductSearch = z.infer<typeof productSearch>
