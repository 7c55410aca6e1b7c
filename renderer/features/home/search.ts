import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

export const periodKinds = ['month', 'year', 'twelve', 'all', 'range'] as const
export const mixKeys = ['stream', 'channel', 'listing'] as const
export const mixMeasures = ['cameIn', 'kept'] as const

/** The address of Home: which period, which currency, and how the mix is cut. */
export const homeSearch = z.object({
  period: lenient(z.enum(periodKinds)),
  from: lenient(day),
  to: lenient(day),
  /** One currency by itself, or with `together` all of them in it. */
  currency: lenient(z.string().regex(/^[A-Z]{3}$/)),
  together: lenient(z.boolean()),
  by: lenient(z.enum(mixKeys)),
  measure: lenient(z.enum(mixMeasures)),
})
export type PeriodKind = (typeof periodKinds)[number]
export type MixKey = (typeof mixKeys)[number]
export type HomeSearch = z.infer<typeof homeSearch>
