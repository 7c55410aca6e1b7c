import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import type { Converter } from './convert.ts'
import { isoDay } from '#shared/calendar/day.ts'
import { kinds, statuses } from './entry.ts'
import { sieveOf } from './filter.ts'
import type { Sieve } from './filter.ts'
import { keyText } from './groups.ts'
import { addFigure, figuresAt, measureCount, noMeasures } from './measures.ts'
import { visit, visitGroup } from './postings.ts'
import type { Measures, Report, SaleRow, SalesAnswer, SalesQuestion, SaleSort } from './questions.ts'
import { measureNames } from './questions.ts'
import { sortGroups } from './sortSales.ts'
import { accountNameOf, channelOf } from './words.ts'

type Sums = readonly { readonly currency: string; readonly measures: Measures }[]
type Found = { readonly ids: Uint32Array; readonly sums: Sums; readonly untied: Sums }

/** The last list asked for: scrolling through it asks for its next window only. */
const lastFound = new WeakMap<Book, { readonly question: string; readonly found: Found }>()

/**
 * A window of the sales that have money in what the filter lets through. The figures of a row are those the filter lets
 * through, so that rows, sums and the chart a person came from agree.
 */
export function sales(book: Book, { filter, sort, from, count }: SalesQuestion, report: Report): SalesAnswer {
  const question = JSON.stringify([book.version, filter, sort, report])
  const known = lastFound.get(book)
  const sieve = sieveOf(book, filter)
  const convert = converterOf(book, report)?.convert ?? null
  const found = known?.question === question ? known.found : find(book, sieve, sort, convert, report)
  lastFound.set(book, { question, found })
  const window = found.ids.subarray(from, from + count)
  return {
    total: found.ids.length,
    rows: Array.from(window, (group) => saleRow(book, sieve, group, convert, report)),
    sums: found.sums,
    untied: found.untied,
  }
}

function find(book: Book, sieve: Sieve, sort: SalesQuestion['sort'], convert: Converter | null, report: Report): Found {
  const { groups, columns } = book
  const matched = new Uint8Array(groups.count)
  const figure = figureSorted(sort.by)
  const keys = new Float64Array(figure < 0 ? 0 : groups.count)
  const [tied, untied] = [createSums(book, report), createSums(book, report)]
  const one = new Float64Array(measureCount)
  visit(book, sieve, false, (entry, group, _listing, _stream, amount) => {
    const converted = convert ? convert(entry, group, amount) : amount
    const kind = columns.kind[entry] ?? 0
    const sums = groups.isSale[group] === 1 ? tied : untied
    sums.add(columns.currency[entry] ?? 0, kind, converted ?? amount, convert !== null && converted !== null)
    if (groups.isSale[group] !== 1) return
    matched[group] = 1
    if (figure < 0) return
    one.fill(0)
    addFigure(one, 0, kind, converted ?? amount)
    keys[group] = (keys[group] ?? 0) + (one[figure] ?? 0)
  })
  return { ids: sortGroups(book, matched, keys, sort), sums: tied.list(), untied: untied.list() }
}

const figureSorted = (by: SaleSort): number => (measureNames as readonly string[]).indexOf(by)

/** Sums by currency; what is converted falls into the reporting currency. */
function createSums(book: Book, report: Report) {
  const sums = new Float64Array((book.names.currencies.texts.length + 1) * measureCount)
  const used = new Set<number>()
  return {
    add(currency: number, kind: number, amount: number, converted: boolean) {
      const place = converted ? 0 : currency + 1
      used.add(place)
      addFigure(sums, place * measureCount, kind, amount)
    },
    list: (): Sums =>
      [...used].toSorted((a, b) => a - b).map((place) => ({
        currency: place === 0 ? (report.currency ?? '') : (book.names.currencies.texts[place - 1] ?? ''),
        measures: figuresAt(sums, place * measureCount),
      })),
  }
}

const line = kinds.indexOf('line')

/** One row of the list, with the figures that the sieve lets through. */
export function saleRow(book: Book, sieve: Sieve, group: number, convert: Converter | null, report: Report): SaleRow {
  const { groups, names, columns } = book
  const sums = createSums(book, report)
  let [first, titled] = [-1, -1]
  visitGroup(book, { ...sieve, group: null }, false, group, (entry, _group, _listing, _stream, amount) => {
    const converted = convert ? convert(entry, group, amount) : amount
    sums.add(columns.currency[entry] ?? 0, columns.kind[entry] ?? 0, converted ?? amount, convert !== null && converted !== null)
    if (first < 0 || (columns.kind[entry] === line && columns.kind[first] !== line)) first = entry
    if (columns.listing[entry] !== 0 && (titled < 0 || (columns.row[entry] ?? 0) < (columns.row[titled] ?? 0))) titled = entry
  })
  const own = names.currencies.texts[columns.currency[first] ?? 0] ?? ''
  const listed = sums.list()
  const main = listed.find(({ currency }) => currency === own) ?? listed[0]
  const account = groups.account[group] ?? 0
  return {
    key: keyText(groups.keyHigh[group] ?? 0, groups.keyLow[group] ?? 0),
    day: isoDay(groups.day[group] ?? 0),
    label: groups.label[group] ?? '',
    channel: channelOf(names, account),
    account: accountNameOf(names, account),
    buyer: names.buyers[groups.buyer[group] ?? 0]?.name ?? '',
    title: names.listings[columns.listing[titled] ?? 0]?.title ?? '',
    lines: groups.lines[group] ?? 0,
    units: groups.units[group] ?? 0,
    status: statuses[groups.status[group] ?? 0] ?? 'counted',
    currency: main?.currency ?? own,
    measures: main?.measures ?? noMeasures,
    others: listed.filter((one) => one !== main),
  }
}
