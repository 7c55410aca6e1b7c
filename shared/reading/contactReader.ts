import { countryNumber } from '#shared/book/country.ts'
import { unit } from '#shared/book/entry.ts'
import type { CatalogueFormat, Contacts } from '#shared/formats/format.ts'
import type { CatalogueParts, RowsReader } from './catalogueParts.ts'
import { createIdentities } from './identities.ts'
import { textOf } from './plan.ts'
import { saleKeys } from './saleReader.ts'

/** A customer is known by the identity by which orders know a buyer. */
export function createContactReader(
  { plan, readers, contentOf, entry, writer }: CatalogueParts,
  format: CatalogueFormat,
  { country, spent }: Contacts,
): RowsReader {
  const identities = createIdentities(plan, format)
  const [countryColumn, spentColumn] = [plan.columnOf(country), plan.columnOf(spent)]
  const nameColumn = plan.columnOf(format.buyer?.name[0] ?? '')
  const keyOf = saleKeys(entry.account, 'contact')
  return ([row]) => {
    if (!row) return null
    const buyer = identities.buyer(row.cells)
    if (buyer === '') readers.refuse('missing-name', nameColumn, '')
    const amount = readers.amount(spentColumn, row.cells, '') ?? 0
    const problem = readers.takeProblem()
    if (problem) return problem
    entry.sale = keyOf(buyer.slice(0, buyer.indexOf(unit)))
    entry.key = contentOf(row.cells)
    entry.buyer = buyer
    entry.amount = amount
    entry.quantity = countryNumber(textOf(countryColumn, row.cells))
    entry.row = row.number
    writer.add(entry)
    return null
  }
}
