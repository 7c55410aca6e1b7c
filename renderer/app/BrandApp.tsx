import { useEffect, useEffectEvent, useState } from 'react'
import { RouterProvider } from '@tanstack/react-router'
import { deleteBrand, type OpenBrand } from '#data/brands.ts'
import type { Services } from '#data/services.ts'
import type { HomeSearch } from '#features/home/search.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { ChosenFile, Loss, Output } from '#shared/ipc/contract.ts'
import { AppContext, type OpenImport } from './AppContext.tsx'
import { createAppRouter } from './routes.tsx'

type Props = {
  readonly open: OpenBrand
  readonly services: Services
  /** Files to import first. */
  readonly files: readonly ChosenFile[]
  readonly info: Output<'appInfo'>
  readonly onBrand: (brand: Brand) => void
  readonly onAccent: (accent: string | null) => void
  /** Shows what is there without this brand. */
  readonly onLeave: (brand: Brand) => Promise<void>
  readonly onLoss: (loss: Loss) => void
}

/** The open brand and its pages. */
export function BrandApp({ open, services, files, info, onBrand, onAccent, onLeave, onLoss }: Props) {
  const { brand } = open
  const [router] = useState(() => createAppRouter(services.api, open))
  const [homeSearch, keepHomeSearch] = useState<HomeSearch>({})
  const [importing, setImporting] = useState<OpenImport | null>(files.length > 0 ? { files } : null)
  const lose = useEffectEvent(async (loss: Loss) => {
    onLoss(loss)
    await open.close()
  })
  useEffect(() => {
    let here = true
    void open.loaded.then((loss) => here && loss !== null && void lose(loss))
    return () => {
      here = false
    }
  }, [open.loaded])
  const removeSample = () =>
    deleteBrand(services, brand, async () => {
      await onLeave(brand)
      await open.close()
    })
  const state = {
    services: open,
    brand,
    info,
    onBrand,
    onAccent,
    removeSample,
    homeSearch,
    keepHomeSearch,
    importing,
    openImport: (chosen?: readonly ChosenFile[]) => setImporting({ files: chosen ?? null }),
    closeImport: () => setImporting(null),
  }
  return (
    <AppContext value={state}>
      <RouterProvider router={router} />
    </AppContext>
  )
}
