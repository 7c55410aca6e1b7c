import { Title } from '@mantine/core'
import type { BrandServices } from '#data/services.ts'
import type { Brand } from '#shared/brand/brand.ts'

export function SettingsScreen({ brand }: { readonly services: BrandServices; readonly brand: Brand }) {
  return <Title order={1}>{brand.name}</Title>
}
