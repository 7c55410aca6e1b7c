import { isoDay } from '#shared/calendar/day.ts'
import type { Book } from './book.ts'
import { clients } from './clients.ts'
import type { Bucket } from './days.ts'
import type { ClientsAnswer, ClientsQuestion, ProductsAnswer, ProductsQuestion } from './partyQuestions.ts'
import { products } from './products.ts'
import type { Filter, Report, ReturningAnswer } from './questions.ts'
import { returning } from './returning.ts'

/** Answers by a text that says what was asked of a book with these days. */
export type KeptAnswers<A> = readonly (readonly [asked: string, answer: A])[]
/** What was asked last of what fills in beside the figures: it is stored for the next start. */
export type StoredBeside = Pick<Book, 'firstDay' | 'lastDay'> & {
  readonly products: KeptAnswers<ProductsAnswer>
  readonly clients: KeptAnswers<ClientsAnswer>
  readonly returning: KeptAnswers<ReturningAnswer>
}
type Span = Pick<Book, 'firstDay' | 'lastDay'>

/** So many questions of a kind are remembered: Home asks no more of any at once. */
const most = 4

export type Remembering<Q extends readonly unknown[], A> = {
  readonly answer: (book: Book, asked: Q) => A
  /** Whether it was not noted before. */
  readonly note: (asked: Q) => boolean
  /** What was noted, answered anew, one in each step. */
  readonly answers: (book: Book) => Generator<void, KeptAnswers<A>>
  readonly recall: (span: Span, kept: KeptAnswers<A>, asked: Q) => A | null
}

function remembering<Q extends readonly unknown[], A>(
  answer: (book: Book, asked: Q) => A,
  keyOf: (span: Span, asked: Q) => string,
): Remembering<Q, A> {
  const noted = new Map<string, Q>()
  return {
    answer,
    note: (asked) => {
      const text = JSON.stringify(asked)
      const isNew = !noted.delete(text)
      noted.set(text, asked)
      const [oldest] = noted.keys()
      if (noted.size > most && oldest !== undefined) noted.delete(oldest)
      return isNew
    },
    *answers(book) {
      const kept: (readonly [string, A])[] = []
      for (const asked of noted.values()) {
        kept.push([keyOf(book, asked), answer(book, asked)])
        yield
      }
      return kept
    },
    recall: (span, kept, asked) => {
      const key = keyOf(span, asked)
      return kept.find(([known]) => known === key)?.[1] ?? null
    },
  }
}

type Listed<Q> = readonly [question: Q, report: Report]
const listKey = <Q extends { readonly filter: Filter }>(span: Span, [question, report]: Listed<Q>): string =>
  JSON.stringify([{ ...question, filter: within(span, question.filter) }, report])

export const createBeside = () => ({
  products: remembering<Listed<ProductsQuestion>, ProductsAnswer>(
    (book, asked) => products(book, ...asked),
    listKey,
  ),
  clients: remembering<Listed<ClientsQuestion>, ClientsAnswer>(
    (book, asked) => clients(book, ...asked),
    listKey,
  ),
  returning: remembering<readonly [filter: Filter, bucket: Bucket, report: Report], ReturningAnswer>(
    (book, asked) => returning(book, ...asked),
    (span, [filter, ...rest]) => JSON.stringify([within(span, filter), ...rest]),
  ),
})

/** A day before all sales is as good as any other, and one after them: what was asked yesterday until today holds. */
function within({ firstDay, lastDay }: Span, filter: Filter): object {
  const { from, to } = filter
  return {
    ...filter,
    ...(from !== undefined && from <= isoDay(firstDay) ? { from: 'first' } : {}),
    ...(to !== undefined && to >= isoDay(lastDay) ? { to: 'last' } : {}),
  }
}
