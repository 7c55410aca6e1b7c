import { isoDay } from '#shared/calendar/day.ts'
import type { Book } from './book.ts'
import { clients, readyClients } from './clients.ts'
import type { Bucket } from './days.ts'
import type { ClientsAnswer, ClientsQuestion, ProductsAnswer, ProductsQuestion } from './partyQuestions.ts'
import { products, readyProducts } from './products.ts'
import type { Filter, Report, ReturningAnswer } from './questions.ts'
import { readyReturning, returning } from './returning.ts'
import type { Steps } from './steps.ts'

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
  /** Works out what takes longest of an answer, in steps. */
  readonly ready: (book: Book, asked: Q) => Steps<void>
  readonly answer: (book: Book, asked: Q) => A
  /** Whether it was not noted before. */
  readonly note: (asked: Q) => boolean
  /** What was noted, answered anew. */
  readonly answers: (book: Book) => Generator<void, KeptAnswers<A>>
  readonly recall: (span: Span, kept: KeptAnswers<A>, asked: Q) => A | null
}

function remembering<Q extends readonly unknown[], A>(
  ready: (book: Book, asked: Q) => Steps<void>,
  answer: (book: Book, asked: Q) => A,
  keyOf: (span: Span, asked: Q) => string,
): Remembering<Q, A> {
  const noted = new Map<string, Q>()
  return {
    ready,
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
        yield* ready(book, asked)
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
    (book, [{ filter }, report]) => readyProducts(book, filter, report),
    (book, asked) => products(book, ...asked),
    listKey,
  ),
  clients: remembering<Listed<ClientsQuestion>, ClientsAnswer>(
    (book, [{ filter }, report]) => readyClients(book, filter, report),
    (book, asked) => clients(book, ...asked),
    listKey,
  ),
  returning: remembering<readonly [filter: Filter, bucket: Bucket, report: Report], ReturningAnswer>(
    (book, asked) => readyReturning(book, ...asked),
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
