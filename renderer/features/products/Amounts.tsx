import type { PartyFigures, PartySums } from '#shared/book/partyQuestions.ts'
import type { CellValue } from '#shared/sheet/cellValue.ts'
import type { Format } from '#ui/format/format.ts'
import classes from './products.module.css'

export type FigureName = keyof PartyFigures

/** Refunds and fees are stored as positive sums; on the screen they go out, so they carry a minus. */
export const minorOf = (name: FigureName, figures: PartyFigures): number =>
  name === 'refunds' || name === 'fees' ? 0 - figures[name] : figures[name]

type Props = {
  readonly name: FigureName
  readonly sums: PartySums
  /** Those of the whole list, in their order: each amount stands in the line of its currency. */
  readonly currencies: readonly string[]
  readonly format: Format
  /** Each amount with its currency, where no heading says it. */
  readonly named?: boolean
}

/** One figure of a row, a line for each currency it has. */
export function Amounts({ name, sums, currencies, format, named = false }: Props) {
  return inOrder(sums, currencies).map(({ currency, figures }) => {
    const minor = minorOf(name, figures)
    const isKept = name === 'kept'
    return (
      <div
        key={currency}
        className={minor === 0 ? classes.zero : isKept ? classes.strong : undefined}
        data-negative={(isKept && minor < 0) || undefined}
      >
        {named ? format.money(minor, currency) : format.amount(minor, currency)}
      </div>
    )
  })
}

const inOrder = (sums: PartySums, currencies: readonly string[]): PartySums =>
  currencies.flatMap((currency) => sums.find((sum) => sum.currency === currency) ?? [])

export const currenciesIn = (sums: PartySums, currencies: readonly string[]): readonly string[] =>
  inOrder(sums, currencies).map(({ currency }) => currency)

/** For copying and exporting: an amount, or where there are several all of them as text. */
export function amountValue(name: FigureName, sums: PartySums, format: Format): CellValue {
  const [first, ...others] = sums
  if (first === undefined) return null
  if (others.length === 0) return { minor: minorOf(name, first.figures), currency: first.currency }
  return sums
    .map(({ currency, figures }) => `${format.amount(minorOf(name, figures), currency)} ${currency}`)
    .join('; ')
}
