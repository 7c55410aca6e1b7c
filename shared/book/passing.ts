import type { Book } from './book.ts'
import { converterOf } from './convert.ts'
import type { Sieve } from './filter.ts'
import { ledgerOf, standingIn, untied } from './ledger.ts'
import type { Report } from './questions.ts'

/** Whether money is asked for by what it was paid for, and not sale by sale. */
const needsTie = ({ streams, listings }: Sieve, tied: boolean): boolean =>
  tied || streams !== null || listings !== null

/** The rows of the ledger that the sieve lets through, in their order. `tied`: only what falls on a listing and stream. */
export function passing(book: Book, sieve: Sieve, tied: boolean): Uint32Array {
  const { count, group, entry, day, listing, stream, what } = ledgerOf(book)
  const { account, currency } = book.columns
  const { accounts, currencies, streams, listings, groups } = sieve
  const [from, to] = [Math.max(sieve.from, -0x80000000), Math.min(sieve.to, 0x7fffffff)]
  const standing = Uint8Array.from({ length: 256 }, (_, code) => sieve.standing[standingIn(code)] ?? 0)
  const onlyTied = needsTie(sieve, tied)
  const rows = new Uint32Array(count)
  let kept = 0
  for (let row = 0; row < count; row++) {
    if (standing[what[row] ?? 0] !== 1) continue
    const on = day[row] ?? 0
    if (on < from || on > to) continue
    if (groups !== null && groups[group[row] ?? 0] !== 1) continue
    if (accounts !== null && accounts[account[entry[row] ?? 0] ?? 0] !== 1) continue
    if (currencies !== null && currencies[currency[entry[row] ?? 0] ?? 0] !== 1) continue
    if (onlyTied && stream[row] === untied) continue
    if (streams !== null && streams[stream[row] ?? 0] !== 1) continue
    if (listings !== null && listings[listing[row] ?? 0] !== 1) continue
    rows[kept++] = row
  }
  return kept * 2 > count ? rows.subarray(0, kept) : rows.slice(0, kept)
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
