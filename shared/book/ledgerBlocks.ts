import { ledgerOf, standingIn, untied } from './ledger.ts'
import { once } from './once.ts'

/** So many neighbouring rows of the ledger are spoken of together. */
export const blockSize = 1024

/** What is true of all rows of a block, so that a period takes or leaves most blocks without a look at their rows. */
export type LedgerBlocks = {
  readonly count: number
  /** First and last day. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** One bit for each `live` code. */
  readonly standings: Uint8Array
  /** 1 where some amount falls on no line. */
  readonly untied: Uint8Array
}

export const blocksOf = once((book): LedgerBlocks => {
  const { count: rows, day, what, stream } = ledgerOf(book)
  const count = Math.ceil(rows / blockSize)
  const [first, last] = [new Int32Array(count), new Int32Array(count)]
  const [standings, isUntied] = [new Uint8Array(count), new Uint8Array(count)]
  for (let block = 0; block < count; block++) {
    let [from, to, codes, someUntied] = [0x7fffffff, -0x80000000, 0, 0]
    const end = Math.min(rows, (block + 1) * blockSize)
    for (let row = block * blockSize; row < end; row++) {
      const on = day[row] ?? 0
      if (on < from) from = on
      if (on > to) to = on
      codes |= 1 << standingIn(what[row] ?? 0)
      if (stream[row] === untied) someUntied = 1
    }
    first[block] = from
    last[block] = to
    standings[block] = codes
    isUntied[block] = someUntied
  }
  return { count, first, last, standings, untied: isUntied }
})
