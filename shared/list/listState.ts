import { z } from 'zod'

const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const id = z.string().max(100)

/** What a person made of a list's columns: nothing of it is said where it is left as designed. */
export const columnLayout = z.object({
  /** Ids from left to right; a column that is not named keeps its designed place. */
  order: z.array(id).max(200).readonly(),
  /** Columns that were shown or hidden by hand. */
  visible: z.record(id, z.boolean()).readonly(),
  /** Widths in px. */
  widths: z.record(id, z.number().min(24).max(4000)).readonly(),
})
export type ColumnLayout = Readonly<z.infer<typeof columnLayout>>
export const asDesigned: ColumnLayout = { order: [], visible: {}, widths: {} }

const listSort = z.object({ by: id, descending: z.boolean() })
/** Where a list was left: positions count the rows of `question`. */
const listPlace = z.object({
  question: z.string().max(64),
  top: z.number().int().nonnegative(),
  active: z.number().int().nonnegative(),
})

/** What of a list comes back after a restart. A part that cannot be read is left out. */
export const listState = z.object({
  columns: lenient(columnLayout),
  sort: lenient(listSort),
  place: lenient(listPlace),
})
export type ListState = Readonly<z.infer<typeof listState>>
