import { useTranslation } from 'react-i18next'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { FilterChip } from '#ui/filter/FilterChips.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { SalesSearch } from './search.ts'
import type { SalesServices } from './salesServices.ts'

type Change = (filter: Partial<SalesSearch>) => void
const everything = { standing: ['counted', 'uncounted', 'waiting'] as const }
const without = <T>(all: readonly T[] | undefined, id: T) => {
  const left = (all ?? []).filter((other) => other !== id)
  return left.length === 0 ? undefined : left
}

/** Filters that came with a link or from a search, named by the book: products, buyers, an import. */
export function useFoundChips(
  { book, db }: SalesServices,
  { listings, buyers, clients, products: keys, importId }: SalesSearch,
  onChange: Change,
): readonly FilterChip[] {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const find = async () => ({
    products: listings === undefined ? [] : await book.listings({ ...everything, listings }, {}),
    sold: await Promise.all((keys ?? []).map(async (key) => ({ key, row: await book.product(key, {}, {}) }))),
    people: buyers === undefined ? [] : await book.buyers({ ...everything, buyers }, {}),
    known: (await Promise.all((clients ?? []).map((key) => book.client(key, {}, {})))).flatMap(
      (row) => row ?? [],
    ),
    record: importId === undefined ? undefined : await db.imports.get(importId),
  })
  const { answer } = useAnswer(
    book.subscribe,
    find,
    JSON.stringify([listings, buyers, clients, keys, importId]),
  )
  if (answer === null) return []
  const { products, sold, people, known, record } = answer
  return [
    ...products
      .filter(({ id }) => listings?.includes(id))
      .map(({ id, title, sku, key }) => ({
        key: `listing ${id}`,
        label: title || sku || key,
        onRemove: () => onChange({ listings: without(listings, id) }),
      })),
    ...sold
      .filter(({ key }) => keys?.includes(key))
      .map(({ key, row }) => ({
        key: `product ${key}`,
        label: row?.name || row?.sku || t('filter.unknownProduct'),
        onRemove: () => onChange({ products: without(keys, key) }),
      })),
    ...people
      .filter(({ id }) => buyers?.includes(id))
      .map(({ id, name, key }) => ({
        key: `buyer ${id}`,
        label: t('filter.buyer', { name: name || key }),
        onRemove: () => onChange({ buyers: without(buyers, id) }),
      })),
    ...(clients ?? []).map((key) => ({
      key: `client ${key}`,
      label: t('filter.buyer', {
        name: known.find((row) => row.key === key)?.name || t('filter.goneClient'),
      }),
      onRemove: () => onChange({ clients: without(clients, key) }),
    })),
    ...(importId === undefined || record === undefined
      ? []
      : [
          {
            key: 'import',
            label: t('filter.import', { day: format.moment(record.committedAt) }),
            onRemove: () => onChange({ importId: undefined }),
          },
        ]),
  ]
}
