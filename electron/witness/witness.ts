import type { BrandState, Input, Loss } from '#shared/ipc/contract.ts'
import { announce, commit, forget, losses, type MustBe, mustBe, nothingYet, settle } from './mustBe.ts'

type Found = { readonly as: string; readonly content?: unknown }
type Parts = {
  /** Where it is kept, beside the databases. */
  readonly file: {
    readonly read: () => Promise<Found>
    readonly write: (content: unknown) => Promise<void>
  }
  /** Major version of the running engine. */
  readonly engine: number
  /** Whether anything else on the disk shows that the app was used before. */
  readonly usedBefore: boolean
}

export type Witness = {
  /** The engine must not open databases that a newer one has written: it could wipe them. */
  readonly engineIsOlder: boolean
  /** What is lost; `doubtful` where nothing was found and nothing readable says that nothing must be. */
  readonly report: (
    input: Input<'reportDatabases'>,
  ) => Promise<{ readonly losses: Loss[]; readonly doubtful: boolean }>
  readonly commit: (state: BrandState) => Promise<void>
  readonly announce: (shrink: Input<'announceShrink'>) => Promise<void>
  readonly forget: (id: string) => Promise<void>
  /** The name a kept file had when it was imported. */
  readonly nameOfKept: (sha256: string) => string | undefined
}

/** Knows what must be there. Every change is on disk when its promise is kept; changes follow one another. */
export async function openWitness({ file, engine, usedBefore }: Parts): Promise<Witness> {
  const found = await file.read()
  const read = mustBe.safeParse(found.content)
  const unreadable = found.as === 'none' ? usedBefore : !read.success
  let must: MustBe = read.success ? read.data : nothingYet
  const change = inTurn(async (next: (before: MustBe) => MustBe) => {
    must = next(must) // also when writing fails: the next write brings it along
    await file.write(must)
  })
  return {
    engineIsOlder: engine < must.engine,
    report: async (input) => {
      const lost = [...losses(must, input)]
      const doubtful = unreadable && must.brands.length === 0 && input.found.length === 0
      // a file that cannot be read stays as it is until the person has decided to begin again
      if (!doubtful)
        await change((before) => (lost.length > 0 ? { ...before, engine } : settle(before, input, engine)))
      return { losses: lost, doubtful }
    },
    commit: (state) => change((before) => commit(before, state)),
    announce: (shrink) => change((before) => announce(before, shrink)),
    forget: (id) => change((before) => forget(before, id)),
    nameOfKept: (sha256) =>
      must.brands.flatMap(({ state }) => state.kept).find((kept) => kept.sha256 === sha256)?.name,
  }
}

/** One call after the other; a failed one does not hold up the next. */
function inTurn<A>(step: (argument: A) => Promise<void>): (argument: A) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  return (argument) => {
    const run = last.then(() => step(argument))
    last = run.catch(() => undefined) // whoever called gets the error
    return run
  }
}
