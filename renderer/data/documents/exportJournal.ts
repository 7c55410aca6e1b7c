import type { Api } from '#shared/ipc/contract.ts'
import type { BrandDatabase } from '#data/database.ts'
import { toldPages } from './toldPages.ts'

type Saving = Pick<Api, 'beginSave' | 'writeSave' | 'endSave'>
type Ended = Awaited<ReturnType<Api['endSave']>> | Awaited<ReturnType<Api['beginSave']>>
type Failure = Extract<Ended, { readonly ok: false }>['error']
export type Exported =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly error: Failure }

/** What the first line of the file says; `scripts/verify-journal.mjs` reads no other. */
const head = '{"format":"microbrand-journal-1","entries":['

/**
 * Saves the journal where the person says: valid JSON with an entry a line, each with what it tells of (`content`, null where
 * that is gone). The file is there whole or not at all.
 */
export async function exportJournal(
  db: BrandDatabase,
  api: Saving,
  suggestedName: string,
): Promise<Exported> {
  const begun = await api.beginSave({ suggestedName, kind: 'json' })
  if (!begun.ok) return begun
  const { save } = begun
  const write = (text: string) => api.writeSave({ save, bytes: new TextEncoder().encode(text) })
  try {
    const wrote = await writeLines(db, write)
    return wrote.ok ? await api.endSave({ save, keep: true }) : wrote
  } catch (error) {
    await api.endSave({ save, keep: false })
    throw error
  }
}

async function writeLines(
  db: BrandDatabase,
  write: (text: string) => ReturnType<Api['writeSave']>,
): ReturnType<Api['writeSave']> {
  let between = `${head}\n`
  for await (const page of toldPages(db))
    for (const { entry, content } of page) {
      const wrote = await write(`${between}${JSON.stringify({ entry, content })}`)
      if (!wrote.ok) return wrote
      between = ',\n'
    }
  return write(`${between === ',\n' ? '' : between}\n]}\n`)
}
