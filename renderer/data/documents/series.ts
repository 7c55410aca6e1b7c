import { defaultSeries } from '#shared/document/defaultSeries.ts'
import type { DocumentKind } from '#shared/document/document.ts'
import type { Series } from '#shared/document/series.ts'
import { commit } from '#data/commit.ts'
import type { BrandDatabase } from '#data/database.ts'

/** The series a kind of document is numbered by, the usual one first. */
export async function seriesOf(
  db: BrandDatabase,
  kind: DocumentKind,
): Promise<readonly [Series, ...Series[]]> {
  const [first, ...others] = (await db.series.toArray()).filter(({ kinds }) => kinds.includes(kind))
  return [first ?? defaultSeries(kind), ...others]
}

/** The usual series of a kind and every number it ever gave, void documents included. */
export async function numbersOf(
  db: BrandDatabase,
  kind: DocumentKind,
): Promise<{ readonly series: Series; readonly numbers: readonly string[] }> {
  const [series] = await seriesOf(db, kind)
  const numbers: string[] = []
  await db.documents
    .where('issued.number')
    .notEqual('')
    .each(({ issued }) => {
      if (issued?.series === series.id) numbers.push(issued.number)
    })
  return { series, numbers }
}

export const saveSeries = (db: BrandDatabase, series: Series) =>
  commit(db, 'save series', [{ table: 'series', put: series }])
