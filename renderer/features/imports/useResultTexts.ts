import { useTranslation } from 'react-i18next'
import type { CatalogueChange, ImportPreview } from '#shared/imports/report.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'

export type Result = Pick<ImportPreview, 'sales' | 'others' | 'waiting' | 'decidedByOrder'> & {
  readonly catalogue?: CatalogueChange
}

export const bringsNothing = ({ sales, others, catalogue }: Result): boolean =>
  sales.added + sales.changed + others.added + stated(catalogue) === 0

/** How many listings and customers of a catalogue are new or said otherwise. */
export const stated = (catalogue: CatalogueChange | undefined): number =>
  catalogue
    ? catalogue.listings.added +
      catalogue.listings.changed +
      catalogue.customers.added +
      catalogue.customers.changed
    : 0

/** What of a catalogue there is to tell: how many listings and customers are new, changed, already there. */
export const catalogueCounts = (catalogue: CatalogueChange | undefined) =>
  catalogue
    ? ([
        ['listingsAdded', catalogue.listings.added],
        ['listingsChanged', catalogue.listings.changed],
        ['listingsSame', catalogue.listings.same],
        ['customersAdded', catalogue.customers.added],
        ['customersChanged', catalogue.customers.changed],
        ['customersSame', catalogue.customers.same],
      ] as const)
    : []

type TextKey =
  | 'added'
  | 'changed'
  | 'same'
  | 'others'
  | 'waiting'
  | 'decided'
  | ReturnType<typeof catalogueCounts>[number][0]

/** What an import does or did, one short text each, the most important first. */
export function useResultTexts() {
  const { t } = useTranslation('imports')
  const format = useFormat()
  return (result: Result): readonly string[] => {
    const { sales, others, waiting, decidedByOrder } = result
    const text = (key: TextKey, count: number) =>
      count === 0 ? [] : [t(`preview.${key}`, { count, number: format.number(count) })]
    const nothing = bringsNothing(result) ? [t('preview.nothingNew')] : []
    return [
      ...nothing,
      ...text('added', sales.added),
      ...text('changed', sales.changed),
      ...text('others', others.added),
      ...catalogueCounts(result.catalogue).flatMap(([key, count]) => text(key, count)),
      ...text('same', sales.same),
      ...text('waiting', waiting),
      ...text('decided', decidedByOrder),
    ]
  }
}
