/** UNTDID 5305, as EN 16931 allows it (BT-151): standard, zero, exempt, reverse charge, inside the EU, export, outside, IGIC, IPSI. */
export type TaxCategory = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O' | 'L' | 'M'

/** A tax of a document. A value added tax is named once for each category and rate (BG-23). */
export type Tax = {
  /** By which lines name it. */
  readonly id: string
  readonly category: TaxCategory
  /** Per cent, as decimal text (`9.975`). */
  readonly rate: string
  /** On what the line's taxes before it have added, too. */
  readonly compound: boolean
  /** Kept back by the buyer for the tax office (IRPF, ISS retained): off what is to be paid, no part of the prices. */
  readonly withheld: boolean
}

/** Money off (an allowance) or on top (a charge): a share in per cent, as decimal text, or minor units above 0. */
export type Adjustment = { readonly kind: 'allowance' | 'charge' } & (
  | { readonly percent: string }
  | { readonly amount: number }
)

/** Quantity, price and the quantity the price is for are decimal text; a price may be finer than the currency. */
export type Line = {
  readonly quantity: string
  readonly unitPrice: string
  /** BT-149; `1` where nothing is said. */
  readonly priceQuantity: string
  readonly adjustments: readonly Adjustment[]
  /** Ids of its taxes. */
  readonly taxes: readonly string[]
}

/** What a document comes to follows from this and nothing else. */
export type Calculation = {
  /** ISO 4217. */
  readonly currency: string
  readonly pricesIncludeTax: boolean
  /** In the order in which they are worked out. */
  readonly taxes: readonly Tax[]
  readonly lines: readonly Line[]
  /** Of the whole document, with the taxes they fall under; null: under all, in the shares of the lines. */
  readonly adjustments: readonly (Adjustment & { readonly taxes: readonly string[] | null })[]
  /** Minor units that were paid before (BT-113). */
  readonly prepaid: number
  /** What is paid is a multiple of so many minor units (5 for Swiss cash); 1: as it is. */
  readonly roundPayableTo: number
}

/** All amounts are minor units of the document's currency. The terms are those of EN 16931. */
export type Totals = {
  /** In the lines' order; `net` is BT-131; `amount` is as the prices are, with tax or without. */
  readonly lines: readonly {
    readonly amount: number
    readonly net: number
    /** In the order of the line's adjustments, above 0, as the prices are. */
    readonly adjustments: readonly number[]
  }[]
  /** Each adjustment of the document without tax, in one part for each set of taxes (BT-92, BT-99). */
  readonly adjustments: readonly {
    readonly at: number
    readonly kind: 'allowance' | 'charge'
    readonly net: number
    readonly taxes: readonly string[]
  }[]
  /** BG-23, in the document's order: BT-116 and BT-117; taxes nothing falls under are left out. */
  readonly taxes: readonly { readonly id: string; readonly taxable: number; readonly amount: number }[]
  readonly withheld: readonly { readonly id: string; readonly taxable: number; readonly amount: number }[]
  /** BT-106 */ readonly lineTotal: number
  /** BT-107 */ readonly allowances: number
  /** BT-108 */ readonly charges: number
  /** BT-109 */ readonly taxExclusive: number
  /** BT-110 */ readonly tax: number
  /** BT-112 */ readonly taxInclusive: number
  /** BT-113 */ readonly prepaid: number
  /** BT-114 */ readonly rounding: number
  /** BT-115 */ readonly payable: number
}

export type CalculationError =
  | {
      readonly code: 'unreadable-quantity' | 'unreadable-price' | 'unreadable-percent'
      readonly line: number
    }
  | { readonly code: 'unreadable-document-percent'; readonly adjustment: number }
  | { readonly code: 'unreadable-rate'; readonly tax: string }
  /** Beyond what can be counted exactly. */
  | { readonly code: 'too-large' }
