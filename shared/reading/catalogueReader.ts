import { accountKey, unit } from '#shared/book/entry.ts'
import type { Key } from '#shared/book/entry.ts'
import type { EntryWriter } from '#shared/book/entryWriter.ts'
import type { CatalogueFormat } from '#shared/formats/format.ts'
import { hasherFor } from '#shared/hash/hashText.ts'
import type { CatalogueParts } from './catalogueParts.ts'
import { createCellReaders } from './cellReaders.ts'
import type { Problem } from './cellReaders.ts'
import { createContactReader } from './contactReader.ts'
import { blankEntry } from './mutableEntry.ts'
import { createOfferReader } from './offerReader.ts'
import { createPlan, textOf } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Shape } from './recognise.ts'
import type { SaleReader } from './saleReader.ts'
import type { SheetRow } from './amountReader.ts'

/** Reads an export without money. Its rows stand on no day: they are true as of their import. */
export function createCatalogueReader(
  shape: Shape<CatalogueFormat>,
  options: { readonly file: number; readonly account: string },
  writer: EntryWriter,
): SaleReader {
  const { format } = shape
  const { states } = format
  const plan = createPlan(shape)
  const account = accountKey(format.channel, options.account)
  const parts: CatalogueParts = {
    plan,
    readers: createCellReaders(shape.decimal),
    contentOf: createContentKey(plan, format),
    entry: { ...blankEntry(format.source, account, options.file), kind: states.kind },
    writer,
  }
  const readRows =
    states.kind === 'offer'
      ? createOfferReader(parts, format, states)
      : createContactReader(parts, format, states)
  const read = (rows: readonly SheetRow[]): Problem | null => {
    const problem = readRows(rows)
    if (!problem) for (const { number, cells } of rows) writer.detail(options.file, number, cells)
    return problem
  }
  return { read, days: () => ({ first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY }) }
}

/** Says whether two exports state the same, whatever their columns are called and in which order they stand. */
function createContentKey(plan: Plan, format: CatalogueFormat): (cells: readonly string[]) => Key {
  const columns = plan.columns.filter(({ heads }) => heads !== undefined)
  const hash = hasherFor(format.name + unit)
  return (cells) => hash(columns.map((column) => textOf(column, cells)).join(unit))
}
