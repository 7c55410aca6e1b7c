import type { DatePattern } from '#shared/calendar/readDate.ts'
import type { Column, Condition, Terms } from '#shared/formats/format.ts'
import { cleanText, decodeEntities } from './cells.ts'
import type { Shape } from './recognise.ts'

/** A format's columns, figures and conditions with names replaced by places: what is looked up once is not looked up per row. */
export type Plan = {
  readonly columns: readonly PlannedColumn[]
  /** Amounts of the sale at hand: columns, then sums over lines, then figures. */
  readonly values: Float64Array
  /** 1 where a cell was filled. */
  readonly filled: Uint8Array
  readonly slotOf: (name: string) => number
  readonly columnOf: (name: string) => PlannedColumn
  readonly total: (terms: PlannedTerms) => number
  readonly hasFilled: (terms: PlannedTerms) => boolean
  readonly terms: (terms: Terms) => PlannedTerms
  readonly test: (condition: Condition) => Test
  /** The mode the sale was found to be in. */
  mode: string
}
export type PlannedColumn = Column & {
  readonly name: string
  readonly slot: number
  readonly place: number
  /** Its name in the file, for messages. */
  readonly head: string
  readonly pattern: DatePattern | null
  readonly sources: readonly PlannedColumn[]
  /** Its texts are taken as they stand. */
  readonly isPlain: boolean
}
export type PlannedTerms = readonly { readonly slot: number; readonly sign: 1 | -1 }[]
/** Whether a condition holds for the row's cells and the amounts read so far. */
export type Test = (cells: readonly string[]) => boolean

export const lineSums = ['lines', 'tips', 'giftCards'] as const

export function createPlan(shape: Shape): Plan {
  const columns = planColumns(shape)
  const figures = Object.keys((shape.format.restates === 'catalogue' ? null : shape.format.figures) ?? {})
  const names = [...columns.map(({ name }) => name), ...lineSums, ...figures]
  const slots = new Map(names.map((name, slot) => [name, slot]))
  const values = new Float64Array(names.length)
  const filled = new Uint8Array(names.length)
  const slotOf = (name: string): number => {
    const slot = slots.get(name)
    if (slot === undefined) throw new Error(`${shape.format.name} has no column or figure ${name}`)
    return slot
  }
  const columnOf = (name: string): PlannedColumn => {
    const column = columns[slotOf(name)]
    if (!column) throw new Error(`${name} of ${shape.format.name} is not a column`)
    return column
  }
  const terms = (list: Terms): PlannedTerms =>
    list.map((term) =>
      term.startsWith('-') ? { slot: slotOf(term.slice(1)), sign: -1 } : { slot: slotOf(term), sign: 1 },
    )
  const total = (list: PlannedTerms): number => {
    let sum = 0
    for (const { slot, sign } of list) sum += sign * (values[slot] ?? 0)
    return sum
  }
  const hasFilled = (list: PlannedTerms): boolean => list.some(({ slot }) => filled[slot] === 1)
  const plan: Plan = {
    columns,
    values,
    filled,
    slotOf,
    columnOf,
    total,
    hasFilled,
    terms,
    test: (condition) => planTest(plan, condition),
    mode: '',
  }
  return plan
}

function planColumns({ format, places, dates, header }: Shape): readonly PlannedColumn[] {
  const columns: PlannedColumn[] = []
  for (const [name, column] of Object.entries(format.columns)) {
    const place = places.get(name) ?? -1
    const sources = (column.within ?? column.joined)?.columns.map((source) =>
      columns.find((one) => one.name === source),
    )
    columns.push({
      ...column,
      name,
      slot: columns.length,
      place,
      head: header[place] ?? column.heads?.[0] ?? sources?.[0]?.head ?? name,
      pattern: dates.get(name) ?? column.dates?.[0] ?? null,
      sources: (sources ?? []).filter((source) => source !== undefined),
      isPlain: column.entities !== true && column.nothing === undefined && column.read !== 'list',
    })
  }
  return columns
}

/** The text of a column in a record, cleaned; '' where there is none. */
export function textOf(column: PlannedColumn, cells: readonly string[]): string {
  if (column.within) {
    for (const source of column.sources) {
      const found = column.within.pattern.exec(textOf(source, cells))
      if (found) return (found[1] ?? '').trim()
    }
    return ''
  }
  if (column.joined)
    return column.sources
      .map((source) => textOf(source, cells))
      .filter((text) => text !== '')
      .join(column.joined.by)
  const cell = cells[column.place]
  if (cell === undefined || cell === '') return ''
  const text = cleanText(cell)
  return column.isPlain ? text : refined(column, text)
}

function refined({ entities, nothing, read }: PlannedColumn, cleaned: string): string {
  const text = entities === true ? decodeEntities(cleaned) : cleaned
  if (nothing?.includes(text.toLowerCase())) return ''
  return read === 'list' ? distinct(text) : text
}

/** `FERN-A4,FERN-A4,FERN-A3` → `FERN-A4, FERN-A3` */
const distinct = (list: string): string =>
  [...new Set(list.split(',').map((text) => text.trim()))].filter((text) => text !== '').join(', ')

function planTest(plan: Plan, condition: Condition): Test {
  if ('mode' in condition) return () => plan.mode === condition.mode
  if ('differ' in condition) {
    const [one, other] = [plan.columnOf(condition.differ[0]), plan.columnOf(condition.differ[1])]
    return (cells) => {
      const [a, b] = [textOf(one, cells), textOf(other, cells)]
      return a !== '' && b !== '' && a.toUpperCase() !== b.toUpperCase()
    }
  }
  if ('amount' in condition) {
    const terms = plan.terms(condition.amount)
    const { is } = condition
    if (is === 'zero') return () => plan.total(terms) === 0
    if (is === 'not zero') return () => plan.total(terms) !== 0
    return is === 'positive' ? () => plan.total(terms) > 0 : () => plan.total(terms) < 0
  }
  return planTextTest(plan.columnOf(condition.column), condition)
}

function planTextTest(
  column: PlannedColumn,
  condition: Extract<Condition, { readonly column: string }>,
): Test {
  const { matches, filled } = condition
  const is = condition.is && new Set(condition.is)
  const not = condition.not && new Set(condition.not)
  return (cells) => {
    const text = textOf(column, cells)
    if (filled !== undefined && filled !== (text !== '')) return false
    if (matches && !matches.test(text)) return false
    if (!is && !not) return true
    const folded = text.toLowerCase()
    return (!is || is.has(folded)) && !not?.has(folded)
  }
}
