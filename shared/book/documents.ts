import { documentKinds } from '#shared/document/document.ts'
import type { DocumentHead } from '#shared/document/documentHead.ts'
import { ownChannel } from '#shared/document/projectDocument.ts'
import { standings } from '#shared/document/standing.ts'
import { folded } from '#shared/search/folded.ts'
import { typedWords } from '#shared/search/typedWords.ts'
import type { Book } from './book.ts'
import type {
  DocumentRow,
  DocumentsAnswer,
  DocumentsFilter,
  DocumentsQuestion,
  DocumentSort,
  DocumentSums,
} from './documentQuestions.ts'
import { documentStates, dueOf, standingAt } from './documentStates.ts'
import type { DocumentStates } from './documentStates.ts'
import { clientKey } from './keys.ts'
import { sortedBy } from './radixSort.ts'
import { textRanks } from './ranks.ts'

/** The documents that match, a screenful of them in order, and what all of them come to. */
export function documents(book: Book, question: DocumentsQuestion): DocumentsAnswer {
  const { filter, sort, from, count, today } = question
  const states = documentStates(book, today)
  const found = matching(book, states, question)
  const rows = count === 0 ? found : sorted(book, states, found, sort.by, sort.descending)
  return {
    total: found.length,
    rows: [...rows.subarray(from, from + count)].map((at) => rowAt(book, states, at)),
    ...sumsOf(states, found, filter),
  }
}

function matching(book: Book, states: DocumentStates, question: DocumentsQuestion): Uint32Array {
  const { filter, keys, exceptKeys } = question
  const { heads } = states
  const [only, except] = [keys && new Set(keys), exceptKeys && new Set(exceptKeys)]
  const passes = passer(book, states, filter)
  const found = new Uint32Array(heads.length)
  let count = 0
  for (const [at, head] of heads.entries()) {
    if ((only && !only.has(head.id)) || except?.has(head.id) === true) continue
    if (passes(head, at)) found[count++] = at
  }
  return found.subarray(0, count)
}

function passer(book: Book, states: DocumentStates, filter: DocumentsFilter) {
  const { kinds, isDraft, from = '', to = '9', currencies, amount } = filter
  const wanted = filter.standings?.map((one) => standings.indexOf(one))
  const clients = filter.clients && new Set(filter.clients)
  const words = typedWords(filter.text ?? '')
  const texts = words.length > 0 ? textsOf(states) : []
  return (head: DocumentHead, at: number): boolean => {
    if (kinds && !kinds.includes(head.kind)) return false
    if (isDraft !== undefined && isDraft === head.isIssued) return false
    if (wanted && !wanted.includes(states.standing[at] ?? 0)) return false
    if (head.day < from || head.day > to) return false
    if (currencies && !currencies.includes(head.currency)) return false
    if (amount && !isWithin(head, amount)) return false
    if (words.length > 0 && !words.every((word) => texts[at]?.includes(word) === true)) return false
    return !clients || clients.has(clientOf(book, head))
  }
}

const isWithin = (
  { currency, payable }: DocumentHead,
  amount: NonNullable<DocumentsFilter['amount']>,
): boolean =>
  currency === amount.currency && payable >= (amount.from ?? -Infinity) && payable <= (amount.to ?? Infinity)

const foldedTexts = new WeakMap<DocumentStates['heads'], readonly string[]>()

/** What is searched of each document, made when somebody first types. */
function textsOf({ heads }: DocumentStates): readonly string[] {
  const known = foldedTexts.get(heads)
  if (known) return known
  const made = heads.map(({ number, buyer, subject }) => folded(`${number}\n${buyer}\n${subject}`))
  foldedTexts.set(heads, made)
  return made
}

/** The key of the row of whom it is for: a record, or the name as the book knows it. */
function clientOf(book: Book, { client, buyer }: DocumentHead): string {
  const ids = book.names.buyerIds.get(ownChannel)
  const id = ids?.get(client === null ? `name:${buyer.toLowerCase()}` : `client:${client}`)
  if (id !== undefined) return clientKey(book, book.assigned.clients.placeOf[id] ?? 0)
  return client ?? ''
}

function sorted(
  book: Book,
  states: DocumentStates,
  found: Uint32Array,
  by: DocumentSort,
  descending: boolean,
): Uint32Array {
  const isDated = by === 'day' || by === 'number'
  const equalsLatestFirst = descending || !isDated ? found.toReversed() : found
  return sortedBy(equalsLatestFirst, keysBy(book, states, found, by, descending), descending)
}

function keysBy(
  book: Book,
  states: DocumentStates,
  found: Uint32Array,
  by: DocumentSort,
  descending: boolean,
): ArrayLike<number> {
  const { heads, standing, payable, open } = states
  const numbers = (of: (head: DocumentHead, at: number) => number) => {
    const keys = new Float64Array(heads.length)
    for (const at of found) {
      const head = heads[at]
      if (head) keys[at] = of(head, at)
    }
    return keys
  }
  const text = (of: (head: DocumentHead) => string) => {
    const rankOf = textRanks(book.documents, found, (at) => {
      const head = heads[at]
      return head ? of(head) : ''
    })
    return numbers((_, at) => rankOf(at))
  }
  switch (by) {
    case 'payable':
      return payable
    case 'open':
      return open
    case 'standing':
      return standing
    case 'kind':
      return numbers(({ kind }) => documentKinds.indexOf(kind))
    case 'day':
      return numbers(({ day }) => placeOfDay(day))
    case 'due':
      return numbers((head, at) => {
        const day = dueOf(head, open[at] ?? 0, standingAt(states, at))
        return day === '' ? (descending ? 0 : 99_999_999) : placeOfDay(day) // none comes after all
      })
    case 'buyer':
      return text(({ buyer }) => buyer)
    case 'subject':
      return text(({ subject }) => subject)
    case 'number':
      return numberRanks(states)
  }
}

/** `2026-03-02` as 20260302. */
const placeOfDay = (day: string): number => Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8))

const ranksOfNumbers = new WeakMap<DocumentStates['heads'], Uint32Array>()

/** Numbers as people read them, the tenth after the ninth; they mostly come in order already. Drafts have none and come last. */
function numberRanks({ heads }: DocumentStates): Uint32Array {
  const known = ranksOfNumbers.get(heads)
  if (known) return known
  const texts = heads.map(({ number }) =>
    number === '' ? '\uffff' : number.replace(/\d+/g, (digits) => digits.padStart(9, '0')),
  )
  const order = Uint32Array.from(texts, (_, at) => at)
  const inOrder = [...order].sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''))
  const ranks = new Uint32Array(heads.length)
  for (const [rank, at] of inOrder.entries()) ranks[at] = rank
  ranksOfNumbers.set(heads, ranks)
  return ranks
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function rowAt(book: Book, states: DocumentStates, at: number): DocumentRow {
  const head = states.heads[at]
  if (!head) throw new Error('no such document')
  const { id, kind, number, day, buyer, subject, currency, isDeposit, sent } = head
  const [standing, open] = [standingAt(states, at), states.open[at] ?? 0]
  return {
    ...{ key: id, kind, standing, number, day, buyer, subject, currency, open, isDeposit },
    due: dueOf(head, open, standing),
    client: clientOf(book, head),
    payable: (states.payable[at] ?? 0) + 0,
    sent: sent ?? '',
  }
}

type Sums = Pick<DocumentsAnswer, 'sums' | 'unpaid' | 'overdue' | 'drafts'>

function sumsOf(states: DocumentStates, found: Uint32Array, filter: DocumentsFilter): Sums {
  const ofQuotes = filter.kinds?.every((kind) => kind === 'quote') === true
  const ofDrafts = filter.isDraft === true
  const byCurrency = new Map<string, { total: number; open: number; overdue: number }>()
  let [unpaid, overdue, drafts] = [0, 0, 0]
  for (const at of found) {
    const head = states.heads[at]
    if (!head) continue
    const sum = byCurrency.get(head.currency) ?? { total: 0, open: 0, overdue: 0 }
    byCurrency.set(head.currency, sum)
    const [open, isLate] = [states.open[at] ?? 0, states.standing[at] === late]
    if (!head.isIssued) drafts++
    const counts = ofDrafts || (head.isIssued && (head.kind !== 'quote' || ofQuotes))
    if (counts && !head.isVoid) sum.total += states.payable[at] ?? 0
    if (open <= 0) continue
    unpaid++
    sum.open += open
    if (!isLate) continue
    overdue++
    sum.overdue += open
  }
  const sums = [...byCurrency]
    .map(([currency, sum]): DocumentSums => ({ currency, ...sum }))
    .toSorted((a, b) => compare(a.currency, b.currency))
  return { sums, unpaid, overdue, drafts }
}
const late = standings.indexOf('overdue')
