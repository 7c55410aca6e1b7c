import type { Book } from './book.ts'

/** Every tag somebody gave to a product, client, sale or rule, each once, in the order of the alphabet. */
export function tagsIn({ records }: Book): readonly string[] {
  const tagged: readonly { readonly tags?: readonly string[] }[] = [
    ...records.products.values(),
    ...records.clients.values(),
    ...records.assignments.values(),
    ...records.handSales.values(),
    ...[...records.rules.values()].map(({ gives }) => gives),
  ]
  return [...new Set(tagged.flatMap(({ tags }) => tags ?? []))].sort((a, b) => a.localeCompare(b, 'en'))
}
