import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import type { Converter } from './convert.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { kinds, statuses } from './entry.ts'
import { sieveOf } from './filter.ts'
import { clientKey, tagsOfSale } from './keys.ts'
import type { Sieve } from './filter.ts'
import { keyText } from './groups.ts'
import {
  addFigure,
  figureOf,
  figuresAt,
  keptFigure,
  keptOf,
  measureCount,
  noMeasures,
  signOf,
} from './measures.ts'
import { visit, visitGroups } from './postings.ts'
import type { Measures, Report, SaleRow, SalesAnswer, SalesQuestion, SaleSort } from './questions.ts'
import { measureNames } from './questions.ts'
import { sortGroups } from './sortSales.ts'
import { accountNameOf, channelOf } from './words.ts'

type Sums = readonly { readonly currency: string; readonly measures: Measures }[]
/** What a filter lets through: the sales, their sums, and the figure of each that the list is sorted by. */
type Matched = {
  readonly groups: Uint8Array
  readonly figures: Float64Array
  readonly sums: Sums
  readonly untied: Sums
}
type Found = {
  readonly question: string
  readonly matchedBy: string
  /** The figure of `matched`; -1 for none. */
  readonly figure: number
  readonly matched: Matched
  readonly ids: Uint32Array
}

/** The last list asked for: scrolling asks for its next window only, and sorting by another column does not count again. */
const lastFound = new WeakMap<Book, Found>()

/**
 * A window of the sales that have money in what the filter lets through. The figures of a row are those the filter lets
 * through, so that rows, sums and the chart a person came from agree.
 */
export function sales(book: Book, { filter, sort, from, count }: SalesQuestion, report: Report): SalesAnswer {
  const sieve = sieveOf(book, filter)
  const convert = converterOf(book, report)?.convert ?? null
  const known = lastFound.get(book)
  if (count === 0) return sumsAlone(match(book, sieve, -1, convert, report))
  const figure = figureSorted(sort.by)
  const matchedBy = JSON.stringify([book.version, filter, report])
  const question = matchedBy + JSON.stringify(sort)
  const isMatched = known?.matchedBy === matchedBy && (figure < 0 || known.figure === figure)
  const matched = isMatched ? known.matched : match(book, sieve, figure, convert, report)
  const ids =
    known?.question === question ? known.ids : sortGroups(book, matched.groups, matched.figures, sort)
  lastFound.set(book, { question, matchedBy, figure: isMatched ? known.figure : figure, matched, ids })
  return {
    total: ids.length,
    rows: Array.from(ids.subarray(from, from + count), (group) =>
      saleRow(book, sieve, group, convert, report),
    ),
    sums: matched.sums,
    untied: matched.untied,
  }
}

/** Where only the sums are asked for, nothing is sorted and the list that is being scrolled is not forgotten. */
function sumsAlone({ groups, sums, untied }: Matched): SalesAnswer {
  let total = 0
  for (const one of groups) total += one
  return { total, rows: [], sums, untied }
}

function match(book: Book, sieve: Sieve, figure: number, convert: Converter | null, report: Report): Matched {
  const { groups, columns } = book
  const matched = new Uint8Array(groups.count)
  const figures = new Float64Array(figure < 0 ? 0 : groups.count)
  const [tied, untied] = [createSums(book, report), createSums(book, report)]
  visit(book, sieve, false, (entry, group, _listing, _stream, amount) => {
    const converted = convert ? convert(entry, group, amount) : amount
    const kind = columns.kind[entry] ?? 0
    const isSale = groups.isSale[group] === 1
    const sums = isSale ? tied : untied
    sums.add(columns.currency[entry] ?? 0, kind, converted ?? amount, convert !== null && converted !== null)
    if (!isSale) return
    matched[group] = 1
    if (figure >= 0) figures[group] = (figures[group] ?? 0) + figureIn(figure, kind, converted ?? amount)
  })
  return { groups: matched, figures, sums: tied.list(), untied: untied.list() }
}

/** What an entry adds to one figure. */
function figureIn(figure: number, kind: number, amount: number): number {
  if (figure === keptFigure) return keptOf[kind] === 1 ? amount : 0
  return figureOf[kind] === figure ? amount * (signOf[kind] ?? 1) : 0
}

const figureSorted = (by: SaleSort): number => (measureNames as readonly string[]).indexOf(by)

/** Sums by currency; what is converted falls into the reporting currency. */
function createSums(book: Book, report: Report) {
  const { texts } = book.names.currencies
  const byKind = new Float64Array((texts.length + 1) * kinds.length)
  const used = new Uint8Array(texts.length + 1)
  return {
    add(currency: number, kind: number, amount: number, converted: boolean) {
      const place = converted ? 0 : currency + 1
      used[place] = 1
      byKind[place * kinds.length + kind] = (byKind[place * kinds.length + kind] ?? 0) + amount
    },
    list: (): Sums =>
      [...used.keys()]
        .filter((place) => used[place] === 1)
        .map((place) => {
          const figures = new Float64Array(measureCount)
          for (let kind = 0; kind < kinds.length; kind++)
            addFigure(figures, 0, kind, byKind[place * kinds.length + kind] ?? 0)
          return {
            currency: place === 0 ? (report.currency ?? '') : (texts[place - 1] ?? ''),
            measures: figuresAt(figures, 0),
          }
        }),
  }
}

const line = kinds.indexOf('line')

/** As the person calls the client, else as the channel does. */
function buyerName({ groups, names, assigned: { clients } }: Book, group: number): string {
  const buyer = groups.buyer[group] ?? 0
  return clients.records[(clients.placeOf[buyer] ?? 0) - 1]?.name ?? names.buyers[buyer]?.name ?? ''
}

/** One row of the list, with the figures that the sieve lets through. */
export function saleRow(
  book: Book,
  sieve: Sieve,
  group: number,
  convert: Converter | null,
  report: Report,
): SaleRow {
  const { groups, names, columns, assigned, records } = book
  const sums = createSums(book, report)
  let [first, titled] = [-1, -1]
  visitGroups(
    book,
    { ...sieve, group: null },
    false,
    group,
    group + 1,
    (entry, _group, _listing, _stream, amount) => {
      const converted = convert ? convert(entry, group, amount) : amount
      sums.add(
        columns.currency[entry] ?? 0,
        columns.kind[entry] ?? 0,
        converted ?? amount,
        convert !== null && converted !== null,
      )
      if (first < 0 || (columns.kind[entry] === line && columns.kind[first] !== line)) first = entry
      if (
        columns.listing[entry] !== 0 &&
        (titled < 0 || (columns.row[entry] ?? 0) < (columns.row[titled] ?? 0))
      )
        titled = entry
    },
  )
  const own = names.currencies.texts[columns.currency[first] ?? 0] ?? ''
  const listed = sums.list()
  const main = listed.find(({ currency }) => currency === own) ?? listed[0]
  const account = groups.account[group] ?? 0
  const said = assigned.sales.get(group)
  const typed = records.handSales.get(assigned.handSales.get(group) ?? '')
  return {
    key: keyText(groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0),
    day: isoDay(groups.day[group] ?? 0),
    label: groups.label[group] ?? '',
    channel: channelOf(names, account),
    account: accountNameOf(names, account),
    buyer: buyerName(book, group),
    title: names.listings[columns.listing[titled] ?? 0]?.title ?? '',
    lines: groups.lines[group] ?? 0,
    units: groups.units[group] ?? 0,
    status: statuses[groups.status[group] ?? 0] ?? 'counted',
    currency: main?.currency ?? own,
    measures: main?.measures ?? noMeasures,
    others: listed.filter((one) => one !== main),
    hidden: said?.hidden === true,
    noted: (said?.note ?? '') !== '' || (typed?.note ?? '') !== '',
    tags: tagsOfSale(book, group),
    handSale: typed?.id ?? '',
    client: clientKey(book, assigned.clients.placeOf[groups.buyer[group] ?? 0] ?? 0),
  }
}
