import { z } from 'zod'

const text = z.string().max(400).optional().catch(undefined)

/** The address of the rules: `new` opens a rule that begins with what these say, as when somebody comes from a sale. */
export const rulesSearch = z.object({
  new: z.boolean().optional().catch(undefined),
  title: text,
  sku: text,
  account: text,
})
export type RulesSearch = z.infer<typeof rulesSearch>
