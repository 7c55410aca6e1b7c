import type { Book } from './book.ts'
import { onceForRecords } from './once.ts'

/** What can carry tags: a sale also carries those of its products and of rules, a product those of rules. */
export type Tagged = 'sales' | 'products' | 'clients'

type Tags = { readonly tags?: readonly string[] }

/** Every tag somebody gave, or that is to be found on these alone; each once, in the order of the alphabet. */
export const tagsIn = (book: Book, on?: Tagged): readonly string[] => tagsOn[on ?? 'any'](book)

const given = ({ records }: Book) => ({
  products: [...records.products.values(), ...[...records.rules.values()].map(({ gives }) => gives)],
  clients: [...records.clients.values()],
  sales: [...records.assignments.values(), ...records.handSales.values()],
})

const tagsOn = {
  any: onceForRecords((book) => {
    const { products, clients, sales } = given(book)
    return inOrder(products, clients, sales)
  }),
  sales: onceForRecords((book) => inOrder(given(book).sales, given(book).products)),
  products: onceForRecords((book) => inOrder(given(book).products)),
  clients: onceForRecords((book) => inOrder(given(book).clients)),
}

function inOrder(...tagged: readonly (readonly Tags[])[]): readonly string[] {
  const all = new Set<string>()
  for (const some of tagged) for (const { tags } of some) for (const tag of tags ?? []) all.add(tag)
  return [...all].sort((a, b) => a.localeCompare(b, 'en'))
}
