import { useEffect, useState } from 'react'
import { useLiveQuery } from 'dexie-react-hooks'
import { listBrands } from '#data/registry.ts'
import type { Brand } from '#shared/brand/brand.ts'
import { brandCommands } from '#shared/ipc/windowMessages.ts'
import { useApp } from './AppContext.tsx'

export type BrandMenu = {
  /** In the order of the switcher. */
  readonly list: readonly Brand[]
  readonly isOpen: boolean
  readonly setOpen: (open: boolean) => void
}

/** The brands to switch to; the native menu shows the first of them too. */
export function useBrandMenu(): BrandMenu {
  const { services, brand } = useApp()
  const { api, registry } = services
  const [isOpen, setOpen] = useState(false)
  const known = useLiveQuery(() => listBrands(registry), [registry])
  const list = known ?? [brand]
  const place = list.findIndex(({ id }) => id === brand.id)
  const names = JSON.stringify(list.slice(0, brandCommands.length).map(({ name }) => name))
  const isKnown = known !== undefined
  useEffect(() => {
    if (isKnown) void api.showBrands({ names: JSON.parse(names), open: place < 0 ? null : place })
  }, [api, isKnown, names, place])
  useEffect(() => () => void api.showBrands({ names: [], open: null }), [api])
  return { list, isOpen, setOpen }
}
