import type { Brand } from '#shared/brand/brand.ts'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { ChosenFile } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { Result } from '#shared/result.ts'
import { sampleProfile, sampleRates } from '#shared/sample/sampleBrand.ts'
import type { SampleFile } from '#shared/sample/sampleBrand.ts'
import { createBrand, openBrandServices, removeBrand } from './brands.ts'
import type { OpenBrand } from './brands.ts'
import { commit } from './commit.ts'
import { rateRecord } from './rates.ts'
import type { Services } from './services.ts'
import type { Workers } from './workers.ts'

/** How many files main takes at once. */
const staged = 20

/** Makes the sample brand: its files are written, handed to main and imported the way a person's are. */
export async function loadSample(
  services: Services,
  workers: Workers,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<Brand, { readonly code: 'sample-failed' }>> {
  const brand = await createBrand(services, sampleProfile, true)
  if (!brand.ok) return err({ code: 'sample-failed' })
  const opened = await openBrandServices(services, workers, brand.value)
  if (!opened.ok) return err({ code: 'sample-failed' })
  const imported = await importSample(opened.value, workers, onProgress)
  await opened.value.close()
  if (imported) return ok(brand.value)
  await removeBrand(services, brand.value)
  return err({ code: 'sample-failed' })
}

async function importSample(
  services: OpenBrand,
  workers: Workers,
  onProgress: (progress: ImportProgress) => void,
): Promise<boolean> {
  const { api, db, today } = services
  const writer = workers.startWriter()
  const files = await stage(services, await writer.sample(today()))
  writer.stop()
  if (!files) return false
  const session = await services.startImport({
    files,
    accounts: {},
    onProgress,
    signal: new AbortController().signal,
  })
  if (!session.ok) {
    await api.releaseFiles({ handles: files.map(({ handle }) => handle) })
    return false
  }
  const committed = await session.value.commit(onProgress)
  if (!committed.ok) return false
  await commit(
    db,
    'sample rates',
    sampleRates(today()).map((rate) => ({ table: 'rates', put: rateRecord(rate) }) as const),
  )
  return true
}

async function stage({ api }: Services, files: readonly SampleFile[]): Promise<readonly ChosenFile[] | null> {
  const chosen: ChosenFile[] = []
  for (let from = 0; from < files.length; from += staged) {
    const taken = await api.stageFiles({
      files: files.slice(from, from + staged).map(({ name, text }) => ({ name, text })),
    })
    if (!taken.ok) return null
    chosen.push(...taken.files)
  }
  return chosen
}
