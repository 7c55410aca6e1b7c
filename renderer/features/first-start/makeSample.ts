import { createBrand, deleteBrand, openBrandServices, type OpenBrand } from '#data/brands.ts'
import { saveRate } from '#data/rates.ts'
import type { Services } from '#data/services.ts'
import type { Workers } from '#data/workers.ts'
import { err, type Result } from '#shared/result.ts'
import { sampleFiles, sampleProfile, sampleRates } from '#shared/sample/sampleBrand.ts'

/** Writes the sample brand's files and imports them the way a person's are; all of it, or nothing is kept. */
export async function makeSample(services: Services, workers: Workers): Promise<Result<OpenBrand, { readonly code: 'sample' }>> {
  const created = await createBrand(services, sampleProfile, true)
  if (!created.ok) return err({ code: 'sample' })
  const opened = await openBrandServices(services, workers, created.value)
  if (opened.ok && (await importSample(opened.value))) return opened
  if (opened.ok) await opened.value.close()
  await deleteBrand(services, created.value)
  return err({ code: 'sample' })
}

async function importSample({ api, db, today, startImport }: OpenBrand): Promise<boolean> {
  const staged = await api.stageFiles({ files: [...sampleFiles(today())] })
  if (!staged.ok) return false
  const accounts = Object.fromEntries(staged.files.map(({ handle }) => [handle, '']))
  const session = await startImport({ files: staged.files, accounts, onProgress: () => {}, signal: new AbortController().signal })
  if (!session.ok) return false
  const committed = await session.value.commit(() => {})
  for (const rate of sampleRates(today())) await saveRate(db, rate)
  return committed.ok
}
