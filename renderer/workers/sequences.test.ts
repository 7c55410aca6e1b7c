import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenBrand } from '#data/brands.ts'
import { listImports } from '#data/importHistory.ts'
import { readEarly } from '#data/pageStore.ts'
import { bookOfCells } from '#shared/book/storedCells.ts'
import { totals } from '#shared/book/totals.ts'
import { bring, createTestWorld, emptyStorage, openTestBrand, valueOf } from './testWorld.ts'

const lines = (name: string, count: number) =>
  readFileSync(`tests/fixtures/commerce/${name}`, 'utf8').split('\n').slice(0, count).join('\n')
/** Files that speak of the same sales in different ways. */
const files = [
  lines('etsy-sold-orders-2024.csv', 6),
  lines('etsy-sold-order-items-2024.csv', 9),
  lines('etsy_statement_2024_3.csv', 14),
  lines('EtsyDirectCheckoutPayments2024-3.csv', 5),
  lines('etsy-sold-orders-2024.csv', 6).replace('03/28/24,3105550130', '03/27/24,3105550130'), // exported again, a day corrected
]

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ act: fc.constant('import' as const), file: fc.nat(files.length - 1) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const), at: fc.nat(5) }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('restart' as const) }) },
  ),
  { minLength: 2, maxLength: 6 },
)

const byDay = { by: 'stream', bucket: 'day' } as const

const recount = async (open: OpenBrand) => {
  const { sales, lines: saleLines, units, counted, uncounted, waiting } = await open.book.summary()
  return { sales, lines: saleLines, units, counted, uncounted, waiting }
}

test('after any imports, undos, redos and restarts the figures are those of the imports that show, counted afresh', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (path) => {
      await emptyStorage()
      const world = createTestWorld()
      let open = await openTestBrand(world)
      const shown: { readonly importId: string; readonly file: number; visible: boolean }[] = []
      for (const step of path) {
        if (step.act === 'import')
          shown.push({
            importId: await bring(world, open, { 'file.csv': files[step.file] ?? '' }),
            file: step.file,
            visible: true,
          })
        if (step.act === 'restart') open = await restarted(open, () => openTestBrand(world))
        const one =
          step.act === 'undo' || step.act === 'redo' ? shown[step.at % Math.max(1, shown.length)] : undefined
        if (one) {
          one.visible = step.act === 'redo'
          valueOf(
            step.act === 'undo' ? await open.undoImport(one.importId) : await open.redoImport(one.importId),
          )
        }
        expect(await open.book.storedSummary()).toEqual(await open.book.summary())
        const { cells } = await readEarly(open.db)
        expect(cells && totals(bookOfCells(cells), {}, byDay, {})).toEqual(
          await open.book.totals({}, byDay, {}),
        )
      }
      const figures = await recount(open)
      const done = (await listImports(open.db)).filter(({ status }) => status === 'done').map(({ id }) => id)
      expect(done.toReversed()).toEqual(
        shown.filter(({ visible }) => visible).map(({ importId }) => importId),
      )
      await open.close()
      await emptyStorage()
      const fresh = createTestWorld({ entriesPerPage: 5000 })
      const other = await openTestBrand(fresh)
      for (const { file, visible } of shown)
        if (visible) await bring(fresh, other, { 'file.csv': files[file] ?? '' })
      expect(figures).toEqual(await recount(other))
      await other.close()
    }),
    { numRuns: 8, seed: 20_240_328 },
  )
}, 30_000)

async function restarted(open: OpenBrand, again: () => Promise<OpenBrand>): Promise<OpenBrand> {
  await open.close()
  return again()
}
