import { useLiveQuery } from 'dexie-react-hooks'
import { FirstStart } from '#features/first-start/FirstStart.tsx'
import { createBrand, removeBrand } from '#data/brands.ts'
import { listDeletedBrands } from '#data/deletedBrands.ts'
import { listBrands } from '#data/registry.ts'
import { loadSample } from '#data/sampleBrand.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import { accents, defaultAccent, type Brand, type BrandProfile } from '#shared/brand/brand.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { ChosenFile, Output } from '#shared/ipc/contract.ts'
import { DropOverlay } from './DropOverlay.tsx'

type Props = {
  readonly services: Services
  readonly workers: Workers
  readonly info: Output<'appInfo'>
  /** The brand that is open meanwhile; null at the first start. */
  readonly behind: Brand | null
  readonly onAccent: (accent: string) => void
  readonly onEnter: (brand: Brand, files: readonly ChosenFile[]) => Promise<void>
  readonly onRestore: (id: string) => Promise<void>
  readonly onBack: () => void
}

/** A brand is named: at the first start, and for each one after it. */
export function Welcome({ services, workers, info, behind, onAccent, onEnter, onRestore, onBack }: Props) {
  const { api, registry } = services
  const deleted = useLiveQuery(() => listDeletedBrands(registry), [registry]) ?? []
  const brands = useLiveQuery(() => listBrands(registry), [registry])
  const begin = async (profile: BrandProfile, files: readonly ChosenFile[]) => {
    const created = await createBrand(services, profile)
    if (!created.ok) return created.error.code
    await onEnter(created.value, files)
    return null
  }
  const look = async (profile: BrandProfile | null, onProgress: (progress: ImportProgress) => void) => {
    const own = profile === null ? null : await createBrand(services, profile)
    if (own !== null && !own.ok) return own.error.code
    const sample = await loadSample(services, workers, onProgress)
    if (sample.ok) await onEnter(sample.value, [])
    else if (own !== null) await removeBrand(services, own.value)
    return sample.ok ? null : sample.error.code
  }
  const choose = async () => {
    const chosen = await api.chooseFiles({})
    return chosen.ok ? chosen.files : []
  }
  if (behind !== null && brands === undefined) return null // in the next frame
  const hasSample = brands?.some(({ sample }) => sample) === true
  return (
    <FirstStart
      place={placeOf(info, behind, brands ?? [])}
      back={behind === null ? null : { name: behind.name, go: onBack }}
      deleted={behind === null ? deleted.map(({ brand }) => brand) : []}
      onBegin={begin}
      onSample={hasSample ? null : look}
      onChoose={choose}
      onRestore={onRestore}
      onAccent={onAccent}
      dropTarget={(brand, onFiles) => (
        <DropOverlay api={api} brand={brand} disabled={false} onFiles={onFiles} />
      )}
    />
  )
}

/** A further brand is most likely in the same place, and easier to tell apart in a colour of its own. */
function placeOf(
  { locale, country, timeZone }: Output<'appInfo'>,
  behind: Brand | null,
  brands: readonly Brand[],
) {
  const free = accents.find((accent) => !brands.some((brand) => brand.accent === accent))
  const accent = free ?? defaultAccent
  if (behind === null) return { locale, country, timeZone, accent: defaultAccent }
  return { locale, country: behind.country, timeZone: behind.timeZone, accent }
}
