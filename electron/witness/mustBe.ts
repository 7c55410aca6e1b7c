import { z } from 'zod'
import type { BrandState, FoundState, Input, Loss } from '#shared/ipc/contract.ts'
import { brandState } from '#shared/ipc/witnessMessages.ts'

/** What the databases must hold, kept outside them. `shrinkTo` and `mayBeGone` were announced and may have happened. */
export const mustBe = z.strictObject({
  version: z.literal(1),
  /** Major version of the engine that last opened the databases; an older one could wipe them. */
  engine: z.number().int().nonnegative(),
  brands: z.array(
    z.strictObject({
      state: brandState,
      shrinkTo: z.number().int().nonnegative().nullable(),
      mayBeGone: z.boolean(),
    }),
  ),
})
export type MustBe = z.infer<typeof mustBe>
type Brand = MustBe['brands'][number]
type Report = Input<'reportDatabases'>

export const nothingYet: MustBe = { version: 1, engine: 0, brands: [] }

/** What is gone or unreadable. What holds more than it must is fine: its last commit was not witnessed any more. */
export function losses(must: MustBe, { registry, found }: Report): readonly Loss[] {
  const known = must.brands.flatMap(({ state, shrinkTo, mayBeGone }): Loss[] => {
    const there = found.find(({ id }) => id === state.id)
    const code = lossOf({ state, shrinkTo, mayBeGone }, there, registry)
    return code === null ? [] : [{ brand: state, code }]
  })
  const strangers = found.filter(({ id }) => !must.brands.some(({ state }) => state.id === id))
  return [...known, ...strangers.flatMap(strangerLoss)]
}

function lossOf(
  brand: Brand,
  there: FoundState | undefined,
  registry: Report['registry'],
): Loss['code'] | null {
  if (there === undefined || there.code === 'missing') {
    if (brand.mayBeGone) return null
    return registry === 'newer' || registry === 'unopenable' ? registry : 'missing'
  }
  if (there.code !== 'fine') return there.code
  if (there.schema === null) return 'unopenable'
  const { pages, lastSeq } = brand.state
  const fewest = Math.min(pages, brand.shrinkTo ?? pages)
  if (there.pages === 0 && there.lastSeq === 0 && pages + lastSeq > 0) return 'emptied'
  if (there.pages < fewest) return 'fewer-pages'
  return there.lastSeq < lastSeq ? 'behind' : null
}

/** A brand the witness never saw (its file was damaged): what the database itself says counts. */
function strangerLoss({ id, schema, pages, lastSeq, code }: FoundState): Loss[] {
  if (code === 'fine' || code === 'missing') return []
  return [{ brand: { id, name: '', schema: schema || 1, pages, lastSeq, imports: 0, kept: [] }, code }]
}

/** After a start without losses: what was found must be there from now on, what was to go is forgotten. */
export function settle(must: MustBe, { found }: Report, engine: number): MustBe {
  const brands = found.flatMap(({ id, lasting, schema, pages, lastSeq, code }): Brand[] => {
    if (code === 'missing') return []
    const before = must.brands.find((brand) => brand.state.id === id)?.state
    const known = before ?? { id, name: '', schema: 1, imports: 0, kept: [] }
    const state = { ...known, ...lastingOf(lasting, before), schema: schema || known.schema, pages, lastSeq }
    return [{ state, shrinkTo: null, mayBeGone: false }]
  })
  return { ...must, engine, brands }
}

/** A commit. Fewer book pages than before count only if that was announced: else they vanished meanwhile. */
export function commit(must: MustBe, state: BrandState): MustBe {
  const before = must.brands.find((brand) => brand.state.id === state.id)
  if (before === undefined) return replace(must, state.id, { state, shrinkTo: null, mayBeGone: false })
  const fewest = Math.min(before.state.pages, before.shrinkTo ?? before.state.pages)
  const pages = Math.max(state.pages, fewest)
  const lastSeq = Math.max(state.lastSeq, before.state.lastSeq)
  const shrunk = before.shrinkTo !== null && pages <= before.shrinkTo
  const shrinkTo = shrunk ? null : before.shrinkTo
  const kept = lastingOf(state.lasting, before.state)
  return replace(must, state.id, { state: { ...state, ...kept, pages, lastSeq }, shrinkTo, mayBeGone: false })
}

/** Who tells of a brand may not know of what it was restored; the registry that does can be lost with it. */
function lastingOf(told: string | undefined, before: BrandState | undefined): Pick<BrandState, 'lasting'> {
  const lasting = told ?? before?.lasting
  return lasting === undefined ? {} : { lasting }
}

/** A commit that will shrink or delete a brand; until it is done both what was and what will be are fine. */
export function announce(must: MustBe, { id, pages, deleted }: Input<'announceShrink'>): MustBe {
  const before = must.brands.find((brand) => brand.state.id === id)
  if (before === undefined) return must
  const shrinkTo = Math.min(pages, before.shrinkTo ?? pages)
  return replace(must, id, { ...before, shrinkTo, mayBeGone: deleted })
}

/** The person saw the loss and goes on without. */
export const forget = (must: MustBe, id: string): MustBe => replace(must, id, null)

function replace(must: MustBe, id: string, brand: Brand | null): MustBe {
  const others = must.brands.filter(({ state }) => state.id !== id)
  return { ...must, brands: brand === null ? others : [...others, brand] }
}
