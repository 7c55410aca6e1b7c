import type { Input } from '#shared/ipc/contract.ts'

type Brands = Input<'showBrands'>

/** The brands of the native menu, as the window told them last. */
export type ShownBrands = {
  readonly list: () => Brands
  readonly set: (brands: Brands) => void
  readonly onChange: (listener: () => void) => void
}

export function createShownBrands(): ShownBrands {
  let brands: Brands = { names: [], open: null }
  let changed = () => {}
  return {
    list: () => brands,
    set: (next) => {
      if (JSON.stringify(next) === JSON.stringify(brands)) return
      brands = next
      changed()
    },
    onChange: (listener) => {
      changed = listener
    },
  }
}
