import { Title } from '@mantine/core'
import type { BrandServices } from '#data/services.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { Filter } from '#shared/book/questions.ts'
import type { HomeSearch } from './search.ts'

export type HomeScreenProps = {
  readonly services: BrandServices
  readonly brand: Brand
  readonly search: HomeSearch
  readonly onSearch: (search: HomeSearch) => void
  /** Opens the sales behind a figure. */
  readonly onOpenSales: (filter: Filter) => void
  readonly onImport: () => void
}

export function HomeScreen({ brand }: HomeScreenProps) {
  return <Title order={1}>{brand.name}</Title>
}
