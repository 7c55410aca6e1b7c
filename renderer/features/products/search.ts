import { z } from 'zod'
import { streams } from '#shared/book/entry.ts'
import { sellings, type ProductsQuestion, type ProductSort } from '#shared/book/partyQuestions.ts'
import {
  dayPart,
  lenient,
  listParts,
  setParts,
  wordsPart,
  sortOf,
  textsPart,
} from '#shared/list/listSearch.ts'
import type { ListState } from '#shared/list/listState.ts'
import { productKinds } from '#shared/product/product.ts'

const productSorts = [
  'name',
  'sku',
  'kind',
  'units',
  'sales',
  'gross',
  'refunds',
  'fees',
  'kept',
  'last',
  'price',
  'stock',
] as const satisfies readonly ProductSort[]

/** The address of the list of products: what is shown, which sales count, how it is sorted. */
export const productsSearch = z.object({
  show: lenient(z.enum(['records', 'found'])),
  archived: lenient(z.boolean()),
  selling: wordsPart(sellings),
  kinds: wordsPart(productKinds),
  tags: textsPart,
  from: dayPart,
  to: dayPart,
  channels: textsPart,
  accounts: textsPart,
  streams: wordsPart(streams),
  ...listParts(productSorts),
  /** The form for a new product is open. */
  isNew: lenient(z.boolean()),
})
export type ProductsSearch = z.infer<typeof productsSearch>
export type Asked = Omit<ProductsQuestion, 'from' | 'count'>

/** Which rows, and which money of them. What earned most comes first, until the person sorts otherwise. */
export function askedOf(search: ProductsSearch, left: ListState['sort']): Asked {
  const { from, to, channels, accounts, streams: some, text, show, selling, archived, kinds, tags } = search
  return {
    filter: setParts({ from, to, channels, accounts, streams: some }),
    ...setParts({ text, show, selling, archived, kinds, tags }),
    sort: sortOf(search, left, sorts),
  }
}

const sorts = { all: productSorts, first: 'gross', ascending: ['name', 'sku', 'kind'] } as const
