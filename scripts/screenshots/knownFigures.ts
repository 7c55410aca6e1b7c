import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import Papa from 'papaparse'
import { sampleFiles } from '#shared/sample/sampleBrand.ts'
import { today } from './openApp.ts'

const cents = (decimal: string | undefined): number => {
  const [whole = '0', fraction = ''] = (decimal || '0').split('.')
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}
export const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount / 100).replace('-', '\u2212')

/** What customers of the sample's own store paid in the last twelve months, read from the file its generator writes. */
export function cameInToStore(): string {
  const text = sampleFiles(today).find(({ name }) => name === 'orders_export_1.csv')?.text ?? ''
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
  const since = `${Number(today.slice(0, 4)) - 1}-07-01`
  const paid = ['paid', 'refunded', 'partially_refunded']
  const heads = rows.filter(
    (row) => paid.includes(row['Financial Status'] ?? '') && (row['Created at'] ?? '') >= since,
  )
  const names = new Set(heads.map((row) => row['Name']))
  const giftCards = rows.filter(
    (row) => names.has(row['Name']) && row['Lineitem name']?.startsWith('Gift Card'),
  )
  const taken = heads.reduce((sum, row) => sum + cents(row['Total']) - cents(row['Taxes']), 0)
  const owed = giftCards.reduce(
    (sum, row) => sum + cents(row['Lineitem price']) * Number(row['Lineitem quantity']),
    0,
  )
  return money(taken - owed, 'CAD')
}

type ExportFile = {
  readonly path: string
  readonly expected: { readonly counted: { readonly kept: number } }
}
type Generator = { readonly exportFile: (size: object, folder: string) => Promise<ExportFile> }

/** An export of a million lines, and what is kept of it; written by the bench's generator, and kept for the next time. */
export async function largeExport(): Promise<{ readonly path: string; readonly kept: string }> {
  const { bundle } = (await import(pathToFileURL(join(process.cwd(), 'scripts', 'bundle.mjs')).href)) as {
    readonly bundle: (program: string) => Promise<string>
  }
  const generator = (await import(pathToFileURL(await bundle('bench/generate.ts')).href)) as Generator
  const folder = join(process.cwd(), '.cache', 'bench')
  const { path, expected } = await generator.exportFile({ format: 'etsy', count: 1_000_000 }, folder)
  return { path, kept: money(expected.counted.kept, 'USD') }
}
