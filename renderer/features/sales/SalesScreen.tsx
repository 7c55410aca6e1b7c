import type { BrandServices } from '#data/services.ts'
import type { SalesSearch } from './search.ts'

export type SalesScreenProps = {
  readonly services: BrandServices
  readonly search: SalesSearch
  /** Moves to another filter, sort or opened sale. */
  readonly onSearch: (search: SalesSearch) => void
  /** Opens the import; offered where there is nothing to list yet. */
  readonly onImport: () => void
}

export function SalesScreen({ search }: SalesScreenProps) {
  return <div>{search.text}</div>
}
