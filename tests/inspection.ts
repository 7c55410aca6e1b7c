import { createReadStream, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toJson } from '#scripts/inspectReport.ts'
import { inspectFiles } from '#shared/inspect/inspectFiles.ts'

export const project = fileURLToPath(new URL('..', import.meta.url))
const folder = join(project, 'tests/fixtures/commerce')
export const path = (name: string): string => join(folder, name)

export type Facts = {
  readonly files: readonly {
    readonly name: string
    readonly format: string
    readonly encoding: string
    readonly delimiter: string
    readonly rows: number
    readonly from: string
    readonly to: string
    readonly refused: readonly { readonly row: number; readonly code: string; readonly sentence: string }[]
    readonly waiting: readonly { readonly row: number; readonly code: string }[]
  }[]
  readonly sales: number
  readonly lines: number
  readonly units: number
  readonly buyers: number
  readonly listings: number
  readonly totals: Figures
  readonly uncounted: Figures
  readonly waiting: Figures
}
export type Figures = Readonly<Record<string, Readonly<Record<string, string>>>>

export async function inspect(paths: readonly string[]): Promise<Facts> {
  const inspection = await inspectFiles(
    paths.map((file) => ({ name: basename(file), open: () => createReadStream(file) })),
  )
  return JSON.parse(toJson(inspection)) as Facts
}
export const inspectFixtures = (...names: readonly string[]) => inspect(names.map(path))
/** A file that differs from a fixture. */
export function changed(name: string, change: (text: string) => string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'inspect-')), name)
  writeFileSync(file, change(readFileSync(path(name), 'utf8')))
  return file
}
