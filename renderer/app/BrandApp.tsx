import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { RouterProvider, type RouterHistory } from '@tanstack/react-router'
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import type { OpenBrand } from '#data/brands.ts'
import { createDrafts } from '#data/drafts.ts'
import { browserStore } from '#data/listStates.ts'
import { listBrands } from '#data/registry.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import type { HomeSearch } from '#features/home/search.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { ChosenFile, Loss, Output } from '#shared/ipc/contract.ts'
import { DraftsContext } from '#ui/draft/drafts.ts'
import { AppContext, type OpenImport } from './AppContext.tsx'
import { backupActs } from './backupActs.ts'
import { forgetPlace, homeAsLeft, useLastPlace } from './lastPlace.ts'
import { createAppRouter } from './routes.tsx'
import type { BrandActs, Guard } from './useBrands.ts'
import { useOwnHistory } from './useOwnHistory.ts'
import { useUnwitnessed } from './useUnwitnessed.ts'

type Props = {
  readonly open: OpenBrand
  readonly services: Services
  readonly workers: Workers
  /** Files to import first. */
  readonly files: readonly ChosenFile[]
  readonly info: Output<'appInfo'>
  readonly history: RouterHistory
  readonly brands: BrandActs
  /** Gets what is asked before the brand is left. */
  readonly onGuard: (guard: Guard) => void
  readonly onBrand: (brand: Brand) => void
  readonly onAccent: (accent: string | null) => void
  readonly onLoss: (loss: Loss) => void
  /** Shows a brand that was restored in place of this one. */
  readonly onRestored: (brand: Brand) => Promise<void>
}

/** The open brand and its pages. */
export function BrandApp({ open, services, workers, files, info, history, brands, ...acts }: Props) {
  const { t } = useTranslation('app')
  const { brand } = open
  const { onGuard, onBrand, onAccent, onLoss, onRestored } = acts
  const backups = backupActs({ open, workers, onRestored })
  const [router] = useState(() =>
    createAppRouter(services.api, open, history, () => forgetPlace(history, brand.id)),
  )
  const [cameBackTo] = useState(history.location.pathname)
  const [homeSearch, keepHomeSearch] = useState<HomeSearch>(() => homeAsLeft(brand.id))
  const [importing, setImporting] = useState<OpenImport | null>(files.length > 0 ? { files } : null)
  // known at once to who closes an import to go elsewhere
  const isImporting = useRef(files.length > 0)
  const [drafts] = useState(() => createDrafts(browserStore(), brand.id))
  useOwnHistory(history)
  useLastPlace(history, brand.id)
  useUnwitnessed(open)
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
  const whyHeld = useEffectEvent((): string | null => {
    return isImporting.current ? t('brands.importing') : null
  })
  const guard = useEffectEvent(() => onGuard(() => whyHeld()))
  useEffect(() => guard(), [])
  const described = useLiveQuery(
    async () => (await listBrands(services.registry)).find(({ id }) => id === brand.id),
    [services.registry, brand.id],
  )
  // an undo describes the brand anew as well
  const follow = useEffectEvent((next: Brand) => {
    if (JSON.stringify(next) !== JSON.stringify(brand)) onBrand(next)
  })
  useEffect(() => {
    if (described !== undefined) follow(described)
  }, [described])
  const state = {
    services: open,
    workers,
    backups,
    loaded: open.loaded,
    brand,
    info,
    brands,
    onBrand,
    onAccent,
    cameBackTo,
    homeSearch,
    keepHomeSearch,
    importing,
    openImport: (chosen?: readonly ChosenFile[]) => {
      isImporting.current = true
      setImporting({ files: chosen ?? null })
    },
    closeImport: () => {
      isImporting.current = false
      setImporting(null)
    },
  }
  return (
    <AppContext value={state}>
      <DraftsContext value={drafts}>
        <RouterProvider router={router} />
      </DraftsContext>
    </AppContext>
  )
}
