import type { BrandServices } from '#data/services.ts'

export type ImportsScreenProps = {
  readonly services: BrandServices
  readonly onImport: () => void
  readonly onSeeSales: (importId: string) => void
}

export function ImportsScreen({ onImport }: ImportsScreenProps) {
  return <button onClick={onImport}>+</button>
}
