import type { BookClient } from '#data/services.ts'
import type { PartyFigures, PartySums } from '#shared/book/partyQuestions.ts'
import type { Filter, Report } from '#shared/book/questions.ts'

/** A product or client with its money in the currency that is shown. */
export type Party = { readonly key: string; readonly name: string; readonly figures: PartyFigures }
export type Parties = {
  /** The largest first. */
  readonly rows: readonly Party[]
  /** What all of them kept together. */
  readonly kept: number
}
export type PartyQuestion = {
  readonly of: 'products' | 'clients'
  readonly by: 'kept' | 'refunds'
  readonly filter: Filter
  readonly report: Report
  readonly currency: string
  /** So many have a line. */
  readonly count?: number
}

const shownParties = 5

/** The largest of a period. What has no money in this currency is not among them; what is archived is. */
export async function askParties(
  book: Pick<BookClient, 'products' | 'clients'>,
  question: PartyQuestion,
): Promise<Parties> {
  const { of, by, filter, report, currency, count = shownParties } = question
  const asked = { filter, sort: { by, descending: true }, from: 0, count } as const
  const answers =
    of === 'clients'
      ? [await book.clients(asked, report)]
      : await Promise.all([book.products(asked, report), book.products({ ...asked, archived: true }, report)])
  const rows = answers
    .flatMap(({ rows: own }): readonly (Pick<Party, 'key' | 'name'> & { readonly sums: PartySums })[] => own)
    .flatMap(({ key, name, sums }) => {
      const figures = figuresIn(sums, currency)
      return figures === null ? [] : [{ key, name, figures }]
    })
    .toSorted((one, other) => other.figures[by] - one.figures[by])
    .slice(0, count)
  const kept = answers.reduce((sum, { sums }) => sum + (figuresIn(sums, currency)?.kept ?? 0), 0)
  return { rows, kept }
}

const figuresIn = (sums: PartySums, currency: string): PartyFigures | null =>
  sums.find((sum) => sum.currency === currency)?.figures ?? null
