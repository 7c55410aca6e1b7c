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

/** Filters that only a link sets, named by the book: listings, buyers, an import. */
export function useLinkChips(
  { book, db }: SalesServices,
  { listings, buyers, importId }: SalesSearch,
  onChange: Change,
): readonly FilterChip[] {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const find = async () => ({
    products: listings === undefined ? [] : await book.listings({ ...everything, listings }, {}),
    people: buyers === undefined ? [] : await book.buyers({ ...everything, buyers }, {}),
    record: importId === undefined ? undefined : await db.imports.get(importId),
  })
  const { answer } = useAnswer(book.subscribe, find, JSON.stringify([listings, buyers, importId]))
  if (answer === null) return []
  const { products, people, record } = answer
  return [
    ...products
      .filter(({ id }) => listings?.includes(id))
      .map(({ id, title, sku, key }) => ({
        key: `listing ${id}`,
        label: title || sku || key,
        onRemove: () => onChange({ listings: without(listings, id) }),
      })),
    ...people
      .filter(({ id }) => buyers?.includes(id))
      .map(({ id, name, key }) => ({
        key: `buyer ${id}`,
        label: t('filter.buyer', { name: name || key }),
        onRemove: () => onChange({ buyers: without(buyers, id) }),
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
