import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'

export type Row = {
  readonly name: string
  /** Lines of the imported file (orders of a Shopify file); null where it does not matter. */
  readonly size: number | null
  readonly value: number
  readonly unit: 'ms' | 'MB'
  /** What the same machine needs for the least that could be done, in the same unit. */
  readonly floor: number | null
  /** Value by floor; where more is better, floor by value. */
  readonly ratio: number | null
  /** Of the ratio where there is one, else of the value. */
  readonly budget: number | null
  readonly met: boolean | null
}

type Judged = {
  readonly floor?: number
  /** How many times the floor it may be, or, with `faster`, how many times faster it must be; without a floor, of the value. */
  readonly budget?: number
  readonly faster?: true
}

export function row(
  name: string,
  size: number | null,
  value: number,
  unit: Row['unit'],
  judged: Judged = {},
): Row {
  const { floor, budget, faster = false } = judged
  const ratio = floor === undefined ? null : faster ? floor / value : value / floor
  const told = ratio ?? value
  return {
    name,
    size,
    value: rounded(value),
    unit,
    floor: floor === undefined ? null : rounded(floor),
    ratio: ratio === null ? null : rounded(ratio),
    budget: budget === undefined ? null : rounded(budget),
    met: budget === undefined ? null : faster ? told >= budget : told <= budget,
  }
}

/** Measured where no budget holds. */
export const unjudged = (measured: Row): Row => ({ ...measured, budget: null, met: null })

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100)

/** The rows as data, as a table, and as the README's table. */
export function writeResults(folder: string, rows: readonly Row[], how: string): void {
  const text = `${how}\n\n${tableOf(rows)}\n`
  writeFileSync(join(folder, 'bench', 'results.json'), `${JSON.stringify(rows, null, 2)}\n`)
  writeFileSync(join(folder, 'bench', 'results.md'), text)
  mirror(join(folder, 'README.md'), text)
}

const marker = '<!-- bench -->'

/** Puts the table between the README's two markers; without markers the README stays as it is. */
function mirror(path: string, text: string): void {
  if (!existsSync(path)) return
  const [before, old, after, ...more] = readFileSync(path, 'utf8').split(marker)
  if (before === undefined || old === undefined || after === undefined || more.length > 0) return
  writeFileSync(path, `${before}${marker}\n${text}${marker}${after}`)
}

export function tableOf(rows: readonly Row[]): string {
  const number = (value: number | null) => (value === null ? '' : value.toLocaleString('en'))
  const lines = rows.map(({ name, size, value, unit, floor, ratio, budget, met }) =>
    [
      name,
      number(size),
      `${number(value)} ${unit}`,
      floor === null ? '' : `${number(floor)} ${unit}`,
      ratio === null ? '' : `${number(ratio)} ×`,
    ]
      .concat(
        budget === null ? '' : `${number(budget)} ${ratio === null ? unit : '×'}`,
        met === null ? '' : met ? 'yes' : '**no**',
      )
      .join(' | '),
  )
  return [
    'what | size | measured | floor | ratio | budget | met',
    '--- | --: | --: | --: | --: | --: | ---',
    ...lines,
  ]
    .map((line) => `| ${line} |`)
    .join('\n')
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.version}, ${process.platform}`
