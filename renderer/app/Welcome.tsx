import { FirstStart } from '#features/first-start/FirstStart.tsx'
import { createBrand, deleteBrand } from '#data/brands.ts'
import { loadSample } from '#data/sampleBrand.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import type { BrandProfile } from '#shared/brand/brand.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { ChosenFile, Output } from '#shared/ipc/contract.ts'
import { DropOverlay } from './DropOverlay.tsx'
import { openStage, type Stage } from './stage.ts'

type Props = {
  readonly services: Services
  readonly workers: Workers
  readonly info: Output<'appInfo'>
  readonly onAccent: (accent: string) => void
  readonly onMove: (stage: Stage) => void
}

/** The first start, as a whole. */
export function Welcome({ services, workers, info, onAccent, onMove }: Props) {
  const { api } = services
  const begin = async (profile: BrandProfile, files: readonly ChosenFile[]) => {
    const created = await createBrand(services, profile)
    if (!created.ok) return created.error.code
    onMove(await openStage(services, workers, created.value, files))
    return null
  }
  const look = async (profile: BrandProfile | null, onProgress: (progress: ImportProgress) => void) => {
    const own = profile === null ? null : await createBrand(services, profile)
    if (own !== null && !own.ok) return own.error.code
    const sample = await loadSample(services, workers, onProgress)
    if (sample.ok) onMove(await openStage(services, workers, sample.value, []))
    else if (own !== null) await deleteBrand(services, own.value)
    return sample.ok ? null : sample.error.code
  }
  const choose = async () => {
    const chosen = await api.chooseFiles({})
    return chosen.ok ? chosen.files : []
  }
  return (
    <FirstStart
      place={info}
      onBegin={begin}
      onSample={look}
      onChoose={choose}
      onAccent={onAccent}
      dropTarget={(brand, onFiles) => (
        <DropOverlay api={api} brand={brand} disabled={false} onFiles={onFiles} />
      )}
    />
  )
}
