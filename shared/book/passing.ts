import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import type { Sieve } from './filter.ts'
import { ledgerOf, standingIn, untied } from './ledger.ts'
import { blockSize, blocksOf } from './ledgerBlocks.ts'
import { rowsOfListings } from './listingRows.ts'
import type { Report } from './questions.ts'

/** Whether money is asked for by what it was paid for, and not sale by sale. */
const needsTie = ({ streams, listings }: Sieve, tied: boolean): boolean =>
  tied || streams !== null || listings !== null

/** The rows of the ledger that the sieve lets through, in their order. `tied`: only what falls on a listing and stream. */
export function passing(book: Book, sieve: Sieve, tied: boolean): Uint32Array {
  const some = sieve.listings === null ? null : rowsOfListings(book, sieve.listings)
  const onlyTied = needsTie(sieve, tied)
  if (some !== null) return sifted(book, sieve, onlyTied, some)
  const { count, first, last, standings, untied: someUntied } = blocksOf(book)
  const wanted = sieve.standing.reduce((bits, one, code) => bits | (one << code), 0)
  const { accounts, currencies, streams, listings, groups } = sieve
  const byRow = [accounts, currencies, streams, listings, groups].some((table) => table !== null)
  const rows = new Uint32Array(ledgerOf(book).count)
  const sift = siftInto(book, sieve, onlyTied, rows)
  let kept = 0
  for (let block = 0; block < count; block++) {
    const [from, to, codes] = [first[block] ?? 0, last[block] ?? 0, standings[block] ?? 0]
    if (to < sieve.from || from > sieve.to || (codes & wanted) === 0) continue
    const begin = block * blockSize
    const end = Math.min(begin + blockSize, rows.length)
    const isWhole = from >= sieve.from && to <= sieve.to && (codes & ~wanted) === 0
    if (!isWhole || byRow || (onlyTied && someUntied[block] === 1)) kept = sift(begin, end, kept)
    else for (let row = begin; row < end; row++) rows[kept++] = row
  }
  return fitted(rows, kept)
}

/** Those of some rows, given in their order, that the sieve lets through. */
function sifted(book: Book, sieve: Sieve, onlyTied: boolean, some: Uint32Array): Uint32Array {
  const rows = new Uint32Array(some.length)
  return fitted(rows, siftInto(book, sieve, onlyTied, rows, some)(0, some.length, 0))
}

/** What is little of it does not hold on to all of it. */
const fitted = (rows: Uint32Array, kept: number): Uint32Array =>
  kept * 2 > rows.length ? rows.subarray(0, kept) : rows.slice(0, kept)

/** Appends those of a span of rows that pass, one by one, and answers how many there are by then. */
function siftInto(book: Book, sieve: Sieve, onlyTied: boolean, into: Uint32Array, some?: Uint32Array) {
  const { group, entry, day, listing, stream, what } = ledgerOf(book)
  const { account, currency } = book.columns
  const { accounts, currencies, streams, listings, groups } = sieve
  const [from, to] = [Math.max(sieve.from, -0x80000000), Math.min(sieve.to, 0x7fffffff)]
  const standing = Uint8Array.from({ length: 256 }, (_, code) => sieve.standing[standingIn(code)] ?? 0)
  return (begin: number, end: number, before: number): number => {
    let kept = before
    for (let at = begin; at < end; at++) {
      const row = some === undefined ? at : (some[at] ?? 0)
      if (standing[what[row] ?? 0] !== 1) continue
      const on = day[row] ?? 0
      if (on < from || on > to) continue
      if (groups !== null && groups[group[row] ?? 0] !== 1) continue
      if (accounts !== null && accounts[account[entry[row] ?? 0] ?? 0] !== 1) continue
      if (currencies !== null && currencies[currency[entry[row] ?? 0] ?? 0] !== 1) continue
      if (onlyTied && stream[row] === untied) continue
      if (streams !== null && streams[stream[row] ?? 0] !== 1) continue
      if (listings !== null && listings[listing[row] ?? 0] !== 1) continue
      into[kept++] = row
    }
    return kept
  }
}

/** What the rows of the ledger are worth as reported. */
export type Money = {
  readonly amount: Float64Array
  /** 0 = the reporting currency, else the currency's id + 1. */
  readonly currency: Uint8Array
}

type Kept = { readonly key: string; readonly money: Money }
const kept = new WeakMap<Book, readonly Kept[]>()
/** By sale and by what was sold, of the one way in which all is reported in one currency. */
const mostKept = 2

/** An amount that is split is exchanged part by part where the parts are asked for, else as the whole that it is. */
export function moneyOf(book: Book, report: Report, sieve: Sieve, tied: boolean): Money {
  if (report.currency === undefined) return ledgerOf(book)
  const byPart = needsTie(sieve, tied)
  const key = JSON.stringify([book.version, byPart, report])
  const known = kept.get(book) ?? []
  const same = known.find((one) => one.key === key)
  if (same) return same.money
  const money = exchanged(book, report, byPart)
  kept.set(book, [{ key, money }, ...known].slice(0, mostKept))
  return money
}

function exchanged(book: Book, report: Report, byPart: boolean): Money {
  const ledger = ledgerOf(book)
  const convert = converterOf(book, report)?.convert ?? (() => null)
  const money = { amount: ledger.amount.slice(), currency: ledger.currency.slice() }
  let before = -1
  for (let row = 0; row < ledger.count; row++) {
    const entry = ledger.entry[row] ?? 0
    const whole = byPart ? (ledger.amount[row] ?? 0) : (book.columns.amount[entry] ?? 0)
    const found = convert(entry, ledger.group[row] ?? 0, whole)
    if (found !== null) money.currency[row] = 0
    money.amount[row] = byPart || entry !== before ? (found ?? whole) : 0
    before = entry
  }
  return money
}
