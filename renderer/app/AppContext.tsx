import { createContext, use } from 'react'
import type { BrandServices } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import type { BackupServices } from '#features/backups/backupServices.ts'
import type { HomeSearch } from '#features/home/search.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { ChosenFile, Loss, Output } from '#shared/ipc/contract.ts'
import type { BrandActs } from './useBrands.ts'

/** An import on the screen; `files` is null where the person is to be asked for them. */
export type OpenImport = { readonly files: readonly ChosenFile[] | null }

/** What every page of the open brand can reach. */
export type AppState = {
  readonly services: BrandServices
  readonly workers: Workers
  readonly backups: BackupServices
  /** Resolves once the book is read: null, or the damage. */
  readonly loaded: Promise<Loss | null>
  readonly brand: Brand
  readonly info: Output<'appInfo'>
  readonly brands: BrandActs
  /** The brand was described anew and kept. */
  readonly onBrand: (brand: Brand) => void
  /** Shows the window in a colour that is being tried; null goes back to the brand's own. */
  readonly onAccent: (accent: string | null) => void
  /** The page the brand was opened at, as it was left. A record that is gone since is not asked about: its list is shown. */
  readonly cameBackTo: string
  /** How Home was left: its link leads back there. */
  readonly homeSearch: HomeSearch
  readonly keepHomeSearch: (search: HomeSearch) => void
  readonly importing: OpenImport | null
  readonly openImport: (files?: readonly ChosenFile[]) => void
  readonly closeImport: () => void
}

export const AppContext = createContext<AppState | null>(null)

export function useApp(): AppState {
  const state = use(AppContext)
  if (state === null) throw new Error('a page was drawn outside the open brand')
  return state
}
