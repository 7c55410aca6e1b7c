import { outdatedBrands, type OutdatedBrand } from '#data/backup/beforeUpgrade.ts'
import { openBrandServices, type OpenBrand } from '#data/brands.ts'
import type { Services } from '#data/services.ts'
import { startApp } from '#data/start.ts'
import type { Workers } from '#data/workers.ts'
import type { Brand } from '#shared/brand/brand.ts'
import type { Api, ChosenFile, Loss } from '#shared/ipc/contract.ts'
import type { Theme } from '#ui/theme/colorScheme.ts'

export type BrandStage = {
  readonly at: 'brand'
  readonly services: Services
  readonly open: OpenBrand
  readonly files: readonly ChosenFile[]
}

/** What the window shows. A person whose data vanished is at `recovery`, never at `welcome`. */
export type Stage =
  | {
      readonly at: 'welcome'
      readonly services: Services
      /** The brand that is open while another one is named, to go back to. */
      readonly behind: BrandStage | null
    }
  | BrandStage
  | { readonly at: 'upgrading'; readonly brands: readonly OutdatedBrand[] }
  | { readonly at: 'recovery'; readonly services: Services; readonly losses: readonly Loss[] }
  | { readonly at: 'refused'; readonly code: 'newer' | 'unopenable'; readonly losses: readonly Loss[] }

export type Beginning = { readonly stage: Stage; readonly theme: Theme }

/** Finds out what there is to show, before anything is drawn. Data of an older app waits until it is `backedUp`. */
export async function begin(api: Api, workers: Workers, backedUp = false): Promise<Beginning> {
  const brands = backedUp ? [] : await outdatedBrands()
  if (brands.length > 0) return { stage: { at: 'upgrading', brands }, theme: 'system' }
  const start = await startApp(api)
  if (start.state === 'refused')
    return { stage: { at: 'refused', code: start.code, losses: start.losses }, theme: 'system' }
  const { services, preferences } = start
  if (start.state === 'recovery')
    return { stage: { at: 'recovery', services, losses: start.losses }, theme: preferences.theme }
  const brand = start.brands.find(({ id }) => id === preferences.lastBrand) ?? start.brands[0]
  const stage =
    brand === undefined
      ? ({ at: 'welcome', services, behind: null } as const)
      : await openStage(services, workers, brand, [])
  return { stage, theme: preferences.theme }
}

/** Opens a brand, with files to import first. */
export async function openStage(
  services: Services,
  workers: Workers,
  brand: Brand,
  files: readonly ChosenFile[],
): Promise<Stage> {
  const opened = await openBrandServices(services, workers, brand)
  if (!opened.ok) return { at: 'refused', code: opened.error.code, losses: [] }
  return { at: 'brand', services, open: opened.value, files }
}

/** The brand whose database and workers a stage holds. */
export function openIn(stage: Stage): OpenBrand | null {
  if (stage.at === 'brand') return stage.open
  return stage.at === 'welcome' ? (stage.behind?.open ?? null) : null
}
