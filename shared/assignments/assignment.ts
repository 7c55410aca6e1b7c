import type { Stream } from '#shared/book/entry.ts'

/**
 * A person's own word on a sale (its id is `sale:<key>` with the sale's 16 hex digits), or that a proposal is none: of
 * clients (`apart:…`) or of products (`proposal:<hash>`).
 */
export type Assignment = {
  readonly id: string
  /** Of a proposal that was turned down. */
  readonly apart?: Apart
  readonly stream?: Stream
  readonly hidden?: boolean
  readonly note?: string
  readonly tags?: readonly string[]
  readonly rejected?: boolean
  /** When each of these was said last. What is listed here and not there was taken back. */
  readonly said?: readonly Said[]
}
/** A field, or `tag:…`, and the number of the change that said it. */
export type Said = readonly [about: string, change: number]

/** Names that the rows with these keys are not one. */
export const apartId = (keys: readonly string[]): string => `apart:${keys.toSorted().join(' ')}`

/** None of `listings` belongs to any of `from`; with nothing in `from` they are no products at all. */
export type Apart = {
  /** Listings as `account␟key`. */
  readonly listings: readonly string[]
  /** Listings, or ids of products. */
  readonly from: readonly string[]
}

/** What a rule looks at; all that is given must hold. Text is compared without regard to case and accents. */
export type RuleConditions = {
  readonly channels?: readonly string[]
  /** `accountKey`s. */
  readonly accounts?: readonly string[]
  /** `MUG-*`: `*` stands for anything. */
  readonly sku?: string
  readonly title?: string
}

/** A standing order: listings that fit belong to a product, earn in a stream, carry tags. Also in imports to come. */
export type AssignmentRule = {
  /** UUIDv7. */
  readonly id: string
  /** Of two rules that say different things the one with the smaller number counts. */
  readonly order: number
  readonly name: string
  readonly enabled: boolean
  readonly when: RuleConditions
  readonly gives: {
    /** Id of a product. */
    readonly product?: string
    readonly stream?: Stream
    readonly tags?: readonly string[]
  }
}
