import type { DatePattern } from '#shared/calendar/readDate.ts'
import type { EntryType, Kind, Source, Status, Stream } from '#shared/book/entry.ts'
import type { RefusalCode } from '#shared/imports/report.ts'

/**
 * All that differs between two platforms' exports. A new export is a new table, never new code: where one cannot be
 * described, the description grows for all of them. `C` are the table's own words for columns, `F` for computed figures.
 */
export type Format = SalesFormat | CatalogueFormat

/** What every export has: how it is known, what its columns are called, and how rows name who buys and what is sold. */
type Sheet<C extends string> = {
  readonly name: string
  readonly channel: string
  /** The header belongs to this format when it has all columns of one of these lists. */
  readonly signatures: readonly (readonly NoInfer<C>[])[]
  /** Decimal sign; a file saved again with the other one is noticed by its own numbers. */
  readonly decimal: '.' | ','
  readonly columns: Readonly<Record<C, Column<NoInfer<C>>>>
  /**
   * Adjacent rows are one sale (or one product of a catalogue) when `by` is the same and none but the first has a cell
   * of `head`.
   */
  readonly rowsOfSale?: { readonly by: NoInfer<C>; readonly head?: readonly NoInfer<C>[] }
  readonly buyer?: { readonly keys: readonly Identity<NoInfer<C>>[]; readonly name: readonly NoInfer<C>[] }
  /** What the row (a line, where sales have several rows) is about: the first key whose column is filled. */
  readonly listing?: {
    readonly keys: readonly Prefixed<NoInfer<C>>[]
    readonly title?: NoInfer<C>
    readonly sku?: NoInfer<C>
  }
}

/** An export that speaks of money: of sales, or of what was charged and paid out. */
export type SalesFormat<C extends string = string, F extends string = string> = Sheet<C> & {
  /** The role of the export among the sources of a sale. */
  readonly source: Exclude<Source, 'derived' | 'hand' | 'catalogue' | 'documents'>
  /** `sale`: a later export says the whole sale anew. `row`: each row is an event of its own. */
  readonly restates: 'sale' | 'row'
  /** Computed from columns and from figures above them. */
  readonly figures?: Readonly<Record<F, Figure<NoInfer<C>, NoInfer<F>>>>
  /** The first of these columns that is filled names the sale; all later ones that are filled are its aliases. */
  readonly sale: {
    readonly ids: readonly Prefixed<NoInfer<C>>[]
    readonly label: NoInfer<C>
    readonly missing?: RefusalCode
  }
  /** The first of these that is filled dates the row. */
  readonly day: readonly NoInfer<C>[]
  readonly currency: NoInfer<C>
  readonly status?: StatusRule<NoInfer<C>>
  readonly shipped?: Condition<NoInfer<C>, NoInfer<F>>
  /** Rows without an id of their own are told apart by these cells; for lines of a sale see `lines.id`. */
  readonly key?: readonly NoInfer<C>[]
  /** The first whose conditions all hold is the sale's mode; rules can ask for it. */
  readonly modes?: readonly {
    readonly mode: string
    readonly when: readonly Condition<NoInfer<C>, NoInfer<F>>[]
  }[]
  readonly lines?: Lines<NoInfer<C>>
  /** Of the cases the first whose conditions all hold says what a row (or a sale's head) means in money. */
  readonly cases: readonly {
    readonly when?: readonly Condition<NoInfer<C>, NoInfer<F>>[]
    readonly entries: readonly Rule<NoInfer<C>, NoInfer<F>>[]
  }[]
}

/** An export without money: what a platform lists for sale, or who its customers are. A later one says it anew. */
export type CatalogueFormat<C extends string = string> = Sheet<C> & {
  readonly source: 'catalogue'
  readonly restates: 'catalogue'
  readonly states: Offers<NoInfer<C>> | Contacts<NoInfer<C>>
}

/** A row with a price is a variant of its product; cells of columns that are not `on: 'line'` stand on the first row. */
export type Offers<C extends string = string> = {
  readonly kind: 'offer'
  /** The cell by which the platform knows the product; without it, each row is one by itself, known as its listing is. */
  readonly product?: C
  readonly title: C
  readonly price: C
  /** Without it prices are in the shop's currency, which this export does not name. */
  readonly currency?: C
  /** What one piece costs the seller, in the price's currency. */
  readonly cost?: C
  readonly stock: C
  /** The pieces are counted only where all of these hold. */
  readonly counted?: readonly Condition<C, never>[]
  readonly digital?: readonly Condition<C, never>[]
  /** By the cell's text in small letters; what is missing here is for sale. */
  readonly stage?: { readonly column: C; readonly words: Readonly<Record<string, EntryType>> }
  /** Keys repeat although the listings differ: the second of a file is told from the first by its number. */
  readonly numbered?: true
  /** What is read from the file again when somebody looks at the product; it stands on the product's first row. */
  readonly details: {
    readonly description: C
    /** The description is a piece of HTML. */
    readonly isHtml?: true
    /** Address of a picture; nothing is ever fetched from it. */
    readonly image: C
    readonly tags: C
  }
}

/** Each row is a customer. `spent` is the platform's own figure, for checks, in the shop's currency. */
export type Contacts<C extends string = string> = {
  readonly kind: 'contact'
  /** ISO 3166-1 alpha-2. */
  readonly country: C
  readonly spent: C
  /** What is read from the file again when somebody looks at the customer. */
  readonly details: {
    readonly name: C
    readonly mail: C
    readonly phone: C
    readonly company: C
    /** Those that are filled, with a comma between them. */
    readonly street: C
    readonly city: C
    readonly region: C
    readonly postcode: C
    readonly tags: C
    readonly note: C
  }
}

export type Column<C extends string = string> = {
  /** `list`: texts between commas, of which those that repeat are said once. */
  readonly read: 'text' | 'list' | 'id' | 'date' | 'money' | 'currency' | 'quantity' | 'rate'
  /** Its names in the header, in every language seen; case and outer blanks do not matter. */
  readonly heads?: readonly string[]
  /** Not a column of the file: the first group of a pattern, found inside the text of others. */
  readonly within?: { readonly columns: readonly C[]; readonly pattern: RegExp }
  /** Not a column of the file: those of these columns that are filled, put together. */
  readonly joined?: { readonly columns: readonly C[]; readonly by: string }
  /** Texts, in small letters, that stand for nothing. */
  readonly nothing?: readonly string[]
  /** Dates: the orders of day and month that occur; the first that fits the file's dates is taken. */
  readonly dates?: readonly DatePattern[]
  /** Money in another currency than the row's: the column that names it. */
  readonly currency?: C
  /** Sales of several rows: money is on the first (default), spread over all, or belongs to each line. */
  readonly on?: 'first' | 'all' | 'line'
  /** Texts in which the platform leaves HTML entities. */
  readonly entities?: true
  /** A row where it is blank is refused with this code; elsewhere blank means nothing. */
  readonly needed?: RefusalCode
}

/** Sums over a sale's lines, by what the lines are. */
export type LineSum = 'lines' | 'tips' | 'giftCards'
type Signed<N extends string> = N | `-${N}`
/** `['orderTotal', '-orderNet', '-fees']`. */
export type Terms<C extends string = string, F extends string = string> = readonly Signed<C | F | LineSum>[]

export type Figure<C extends string = string, F extends string = string> =
  | { readonly sum: Terms<C, F> }
  /** The first that has a filled cell. */
  | { readonly first: readonly Terms<C, F>[] }
  /** An amount of another currency, in the row's, by the rate the file gives. */
  | { readonly convert: C; readonly from: C; readonly rate: C }

export type Condition<C extends string = string, F extends string = string> =
  | {
      readonly column: C
      readonly is?: readonly string[]
      readonly not?: readonly string[]
      readonly matches?: RegExp
      readonly filled?: boolean
    }
  | { readonly amount: Terms<C, F>; readonly is: 'zero' | 'not zero' | 'positive' | 'negative' }
  | { readonly mode: string }
  /** Both columns are filled and say different things. */
  | { readonly differ: readonly [C, C] }

export type StatusRule<C extends string = string> = {
  readonly column: C
  /** By the cell's text in small letters; blank and what is missing here: `otherwise`, else the row is refused. */
  readonly words: Readonly<Record<string, Status>>
  readonly otherwise?: Status
  /** Where this column is filled, these statuses become others. */
  readonly cancelled?: { readonly column: C; readonly instead: { readonly [S in Status]?: Status } }
}

export type Prefixed<C extends string = string> = { readonly prefix: string; readonly column: C }
/** A buyer's identity; its first column must be filled, where it is `whole` all of them. */
export type Identity<C extends string = string> = {
  readonly prefix: string
  readonly columns: readonly C[]
  readonly whole?: true
}

export type Lines<C extends string = string> = {
  /** The line's own id; without one its place in the sale is its key. */
  readonly id?: C
  readonly quantity: C
  readonly price: C
  readonly cases: readonly LineCase<C>[]
}
export type LineCase<C extends string = string> = {
  readonly when?: readonly Condition<C, never>[]
  readonly kind: Extract<Kind, 'line' | 'tip' | 'giftCard'>
  readonly type: EntryType
  readonly stream: Stream
  /** The line says that it needs no shipping. */
  readonly notShipped?: true
}

/** One entry: what it is, and its amount as a sum of cells and figures, signed by the effect on the seller. */
export type Rule<C extends string = string, F extends string = string> = {
  readonly kind: Kind
  readonly type?: EntryType
  readonly amount: Terms<C, F>
  readonly when?: readonly Condition<C, F>[]
  readonly quantity?: C
  readonly currency?: C
  readonly undated?: true
  /** Written even when it is 0: it makes the sale known. */
  readonly always?: true
}

/** Checks a table's words against each other; columns and figures are named once. */
export const defineFormat = <const C extends string, const F extends string = never>(
  format: SalesFormat<C, F>,
): SalesFormat => format as unknown as SalesFormat

/** The same for a catalogue. */
export const defineCatalogue = <const C extends string>(format: CatalogueFormat<C>): CatalogueFormat =>
  format as unknown as CatalogueFormat
