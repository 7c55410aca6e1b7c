import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BrandState, FoundState, Input } from '#shared/ipc/contract.ts'
import { announce, commit, forget, losses, type MustBe, nothingYet, settle } from './mustBe.ts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const other = '01890a5d-ac96-774b-bcce-b302099a8058'
const whole = { id, name: 'Juniper & Clay', schema: 1, pages: 12, lastSeq: 40, imports: 3, kept: [] }
const brand = (change: Partial<BrandState> = {}): BrandState => ({ ...whole, ...change })
const fine: FoundState = { id, schema: 1, pages: 12, lastSeq: 40, code: 'fine' }
const found = (change: Partial<FoundState> = {}): FoundState => ({ ...fine, ...change })
const report = (...there: FoundState[]): Input<'reportDatabases'> => ({ registry: 'fine', found: there })
const must = commit(nothingYet, brand())
const codes = (state: MustBe, input: Input<'reportDatabases'>) =>
  losses(state, input).map(({ brand: lost, code }) => `${lost.name}: ${code}`)

test('nothing is missed where nothing was', () => {
  expect(losses(nothingYet, { registry: 'empty', found: [] })).toEqual([])
})

test.each<[string, Partial<FoundState>, string | null]>([
  ['as it was left', {}, null],
  ['with a commit that was not witnessed any more', { pages: 13, lastSeq: 41 }, null],
  ['opened by a newer schema', { schema: 2 }, null],
  ['empty', { pages: 0, lastSeq: 0 }, 'emptied'],
  ['with one book page less', { pages: 11 }, 'fewer-pages'],
  ['without its last change', { lastSeq: 39 }, 'behind'],
  ['not openable', { schema: null, pages: 0, lastSeq: 0, code: 'unopenable' }, 'unopenable'],
  ['fine, but without a schema', { schema: null }, 'unopenable'],
  ['newer than the app', { schema: 9, code: 'newer' }, 'newer'],
  ['with a damaged book page', { code: 'damaged' }, 'damaged'],
  ['missing', { schema: null, pages: 0, lastSeq: 0, code: 'missing' }, 'missing'],
])('a database found %s', (_, change, code) => {
  expect(codes(must, report(found(change)))).toEqual(code === null ? [] : [`Juniper & Clay: ${code}`])
})

test.each([
  ['empty', 'missing'],
  ['fine', 'missing'],
  ['newer', 'newer'],
  ['unopenable', 'unopenable'],
] as const)('a registry that is %s: the brand it does not name is %s', (registry, code) => {
  expect(codes(must, { registry, found: [] })).toEqual([`Juniper & Clay: ${code}`])
})

test('a new brand without a single change is missed when it is gone, and not when it is there', () => {
  const fresh = commit(nothingYet, brand({ pages: 0, lastSeq: 0 }))
  expect(codes(fresh, report(found({ pages: 0, lastSeq: 0 })))).toEqual([])
  expect(codes(fresh, report())).toEqual(['Juniper & Clay: missing'])
})

test('each brand is compared with its own database', () => {
  const two = commit(must, brand({ id: other, name: 'Second', pages: 2 }))
  expect(codes(two, report(found({ id: other, pages: 2 })))).toEqual(['Juniper & Clay: missing'])
  expect(codes(two, report(found(), found({ id: other, pages: 1 })))).toEqual(['Second: fewer-pages'])
})

test('what a database says of itself counts, even if nobody witnessed it', () => {
  expect(losses(nothingYet, report(found({ code: 'damaged' })))).toMatchObject([
    { brand: { id }, code: 'damaged' },
  ])
  expect(losses(nothingYet, report(found()))).toEqual([])
})

test('an announced shrink is no loss, before and after it happened, and no further than announced', () => {
  const announced = announce(must, { id, pages: 5, deleted: false })
  expect(codes(announced, report(found()))).toEqual([])
  expect(codes(announced, report(found({ pages: 5, lastSeq: 41 })))).toEqual([])
  expect(codes(announced, report(found({ pages: 4, lastSeq: 41 })))).toEqual(['Juniper & Clay: fewer-pages'])
  const shrunk = commit(announced, brand({ pages: 5, lastSeq: 41 }))
  expect(codes(shrunk, report(found({ pages: 5, lastSeq: 41 })))).toEqual([])
  expect(codes(shrunk, report(found({ pages: 4, lastSeq: 41 })))).toEqual(['Juniper & Clay: fewer-pages'])
})

test('a commit before the announced shrink does not use it up', () => {
  const announced = announce(must, { id, pages: 5, deleted: false })
  const grown = commit(announced, brand({ pages: 13, lastSeq: 41 }))
  expect(codes(grown, report(found({ pages: 5, lastSeq: 42 })))).toEqual([])
})

test('a brand announced to be deleted may be gone, and may be there after all', () => {
  const announced = announce(must, { id, pages: 0, deleted: true })
  expect(codes(announced, report())).toEqual([])
  expect(codes(announced, report(found()))).toEqual([])
  expect(settle(announced, report(), 45).brands).toEqual([])
  const stayed = settle(announced, report(found()), 45)
  expect(codes(stayed, report())).toEqual(['Juniper & Clay: missing'])
})

test('book pages that vanish while the app runs are not forgotten by the next commit', () => {
  const after = commit(must, brand({ pages: 1, lastSeq: 1 }))
  expect(codes(after, report(found({ pages: 1, lastSeq: 1 })))).toEqual(['Juniper & Clay: fewer-pages'])
})

test('a start without losses witnesses what was found', () => {
  const settled = settle(must, report(found({ pages: 13, lastSeq: 41 })), 45)
  expect(settled.engine).toBe(45)
  expect(codes(settled, report(found()))).toEqual(['Juniper & Clay: fewer-pages'])
})

test('a loss the person accepted is not reported again', () => {
  expect(codes(forget(must, id), report())).toEqual([])
})

test('no sequence of growing commits is ever taken for a loss, and every page missing from its end is', () => {
  const growth = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 1 })
  fc.assert(
    fc.property(growth, (steps) => {
      let state = nothingYet
      let last = brand({ pages: 0, lastSeq: 0 })
      for (const [pages, changes] of steps) {
        last = brand({ pages: last.pages + pages, lastSeq: last.lastSeq + changes })
        state = commit(state, last)
      }
      const { pages, lastSeq } = last
      expect(codes(state, report(found({ pages, lastSeq })))).toEqual([])
      expect(codes(state, report(found({ pages, lastSeq: lastSeq - 1 })))).toHaveLength(1)
      if (pages > 0) expect(codes(state, report(found({ pages: pages - 1, lastSeq })))).toHaveLength(1)
    }),
  )
})

test('of what a brand was restored is remembered, whoever tells of it later', () => {
  const lasting = (state: MustBe) => state.brands.map((one) => one.state.lasting)
  const restored = commit(nothingYet, brand({ lasting: other }))
  expect(lasting(commit(restored, brand({ lastSeq: 41 })))).toEqual([other])
  expect(lasting(settle(restored, report(fine), 33))).toEqual([other])
  expect(lasting(settle(must, report(found({ lasting: other })), 33))).toEqual([other])
  expect(lasting(settle(must, report(fine), 33))).toEqual([undefined])
})
