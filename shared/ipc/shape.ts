import { z } from 'zod'

// zod's compiled parsers need `new Function`, which the content policy forbids wherever this table is read in the window
z.config({ jitless: true })

/** What messages of every subject are made of. */
export const none = z.strictObject({})
export const done = z.strictObject({ ok: z.literal(true) })
export const failed = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z.strictObject({ ok: z.literal(false), error: z.strictObject({ code: z.enum(codes) }) })

export const handle = z.string().regex(/^[0-9a-f]{32}$/)
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

export const writeFailures = ['disk-full', 'not-allowed', 'failed'] as const
