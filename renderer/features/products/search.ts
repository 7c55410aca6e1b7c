import { z } from 'zod'
import { streams } from '#shared/book/entry.ts'
import type { ProductsQuestion, ProductSort } from '#shared/book/partyQuestions.ts'
import type { ListState } from '#shared/list/listState.ts'
import { productKinds } from '#shared/product/product.ts'

export const productSorts = [
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

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const texts = z.array(z.string().max(400)).min(1).max(500)
/** A part of a link that is wrong is left out, the rest still works. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** The address of the list of products: what is shown, which sales count, how it is sorted. */
export const productsSearch = z.object({
  text: lenient(z.string().max(200)),
  show: lenient(z.enum(['records', 'found'])),
  archived: lenient(z.boolean()),
  kinds: lenient(z.array(z.enum(productKinds)).min(1)),
  tags: lenient(texts),
  from: lenient(day),
  to: lenient(day),
  accounts: lenient(texts),
  streams: lenient(z.array(z.enum(streams)).min(1)),
  /** All amounts in the brand's own currency. */
  together: lenient(z.boolean()),
  sort: lenient(z.enum(productSorts)),
  descending: lenient(z.boolean()),
  /** The form for a new product is open. */
  isNew: lenient(z.boolean()),
  /** Id of the view the list was opened with. */
  view: lenient(z.string().max(100)),
})
export type ProductsSearch = z.infer<typeof productsSearch>

/** What a named view keeps. */
export const lookOf = ({ view: _view, isNew: _isNew, ...search }: ProductsSearch): ProductsSearch => search

export const filtersOf = (search: ProductsSearch): Partial<ProductsSearch> => {
  const { sort: _sort, descending: _descending, ...filters } = lookOf(search)
  return filters
}

/** Every part of the filter taken away; the sort stays. */
export const noFilter = {
  text: undefined,
  show: undefined,
  archived: undefined,
  kinds: undefined,
  tags: undefined,
  from: undefined,
  to: undefined,
  accounts: undefined,
  streams: undefined,
} as const satisfies Partial<ProductsSearch>

export type Asked = Omit<ProductsQuestion, 'from' | 'count'>

const set = <N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } =>
  value === undefined || value === '' ? {} : ({ [name]: value } as { readonly [K in N]?: V })

/** Which rows, and which money of them: only what is set, a missing part is "any". */
export function askedOf(search: ProductsSearch, left: ListState['sort']): Asked {
  return {
    filter: {
      ...set('from', search.from),
      ...set('to', search.to),
      ...set('accounts', search.accounts),
      ...set('streams', search.streams),
    },
    ...set('text', search.text),
    ...set('show', search.show),
    ...set('archived', search.archived),
    ...set('kinds', search.kinds),
    ...set('tags', search.tags),
    sort: sortOf(search, left),
  }
}

/** What earned most first, until the person sorts otherwise. */
function sortOf({ sort, descending }: ProductsSearch, left: ListState['sort']): ProductsQuestion['sort'] {
  const by = sort ?? productSorts.find((known) => known === left?.by) ?? 'gross'
  const isText = by === 'name' || by === 'sku' || by === 'kind'
  return { by, descending: descending ?? (sort === undefined ? left?.descending : undefined) ?? !isText }
}
