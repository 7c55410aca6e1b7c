import { z } from 'zod'

/** A part of a link that is wrong is left out, the rest still works. */
export const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** A calendar day. */
export const dayPart = lenient(z.string().regex(/^\d{4}-\d{2}-\d{2}$/))
/** Keys, tags and other texts of which any will do. */
export const textsPart = lenient(z.array(z.string().max(400)).min(1).max(500).readonly())
/** Some of a few known words. */
export const wordsPart = <const T extends readonly string[]>(words: T) =>
  lenient(z.array(z.enum(words)).min(1).readonly())

/** What the address of every list has: what is looked for, in which order, and which view it was opened with. */
export const listParts = <const T extends readonly string[]>(sorts: T) => ({
  text: lenient(z.string().max(200)),
  sort: lenient(z.enum(sorts)),
  descending: lenient(z.boolean()),
  /** Id of the named view. */
  view: lenient(z.string().max(100)),
})

/** The address of any list. */
export type ListSearch = {
  readonly text?: string | undefined
  readonly sort?: string | undefined
  readonly descending?: boolean | undefined
  readonly view?: string | undefined
}

/** What is no filter: the order, and what is open over or beside the list. */
const lasting: readonly string[] = ['sort', 'descending', 'view', 'isNew', 'sale']
/** What is open is no look, and a view does not name itself. */
const passing: readonly string[] = ['view', 'isNew', 'sale']

const isSet = (value: unknown): boolean =>
  value !== undefined && !(typeof value === 'string' && value.trim() === '')
const partsOf = <S extends object>(
  search: S,
  passes: (name: string, value: unknown) => boolean,
): Partial<S> =>
  Object.fromEntries(Object.entries(search).filter(([name, value]) => passes(name, value))) as Partial<S>

/** What of an address a named view keeps. */
export const lookOf = <S extends ListSearch>(search: S): Partial<S> =>
  partsOf(search, (name) => !passing.includes(name))

/** Every part of the filter taken away; order and what is open stay. */
export const withoutFilter = <S extends ListSearch>(search: S): Partial<S> =>
  partsOf(search, (name) => lasting.includes(name))

export const isFiltered = (search: ListSearch): boolean =>
  Object.entries(search).some(([name, value]) => !lasting.includes(name) && isSet(value))

type Set<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }
/** Only what is set: whoever answers takes a missing part for "any". */
export const setParts = <T extends object>(parts: T): Set<T> =>
  partsOf(parts, (_, value) => isSet(value)) as Set<T>

type Order<S extends string> = { readonly by: S; readonly descending: boolean }
type Sorts<S extends string> = {
  readonly all: readonly S[]
  /** What the list is sorted by until a person says otherwise. */
  readonly first: S
  /** These begin with A or with the smallest, all others with the latest and largest. */
  readonly ascending: readonly S[]
}

/** The order an address asks for, else the one that was left, else the designed one. */
export function sortOf<S extends string>(
  { sort, descending }: { readonly sort?: S | undefined; readonly descending?: boolean | undefined },
  left: { readonly by: string; readonly descending: boolean } | undefined,
  { all, first, ascending }: Sorts<S>,
): Order<S> {
  const leftBy = sort === undefined ? all.find((known) => known === left?.by) : undefined
  if (leftBy !== undefined && left !== undefined) return { by: leftBy, descending: left.descending }
  const by = sort ?? first
  return { by, descending: descending ?? !ascending.includes(by) }
}
