import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDay } from '#shared/calendar/day.ts'
import { applyRecords } from './applyRecords.ts'
import { createBeside } from './beside.ts'
import type { Remembering } from './beside.ts'
import type { Book } from './book.ts'
import type { Filter } from './questions.ts'
import { client, put, shop, stall } from './sampleShop.ts'

/** Sales of 2022-01-08 and of the day after, of which one is refunded on 2022-01-10. */
function book(): Book {
  const made = shop()
  applyRecords(made, [put('handSales', stall), put('clients', client({ id: 'c1' }))])
  return made
}

function answered<A>(steps: Generator<void, A>): A {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const { firstDay, lastDay } = book()
const day = fc.integer({ min: firstDay - 3, max: lastDay + 3 }).map(isoDay)
const filter: fc.Arbitrary<Filter> = fc
  .record({
    from: fc.option(day, { nil: undefined }),
    to: fc.option(day, { nil: undefined }),
    currencies: fc.constantFrom(undefined, ['USD']),
  })
  .map(({ from, to, currencies }) => ({
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(currencies && { currencies }),
  }))
const rates = { currency: 'EUR', rates: [{ from: 'USD', to: 'EUR', day: '2022-01-01', rate: '0.9' }] }
const report = fc.constantFrom({}, rates, { ...rates, rates: [] })

function keptIs<Q extends readonly unknown[], A>(kind: Remembering<Q, A>, asked: Q, later: Q): boolean {
  const of = book()
  kind.note(asked)
  const found = kind.recall(of, answered(kind.answers(of)), later)
  if (found !== null) expect(found).toEqual(kind.answer(book(), later))
  return found !== null
}

test('an answer that was kept is given only to a question that the book answers in the same way', () => {
  fc.assert(
    fc.property(filter, filter, report, report, (one, other, first, second) => {
      const list = { sort: { by: 'kept', descending: true }, from: 0, count: 5 } as const
      const { products, clients, returning } = createBeside()
      keptIs(products, [{ ...list, filter: one }, first], [{ ...list, filter: other }, second])
      keptIs(clients, [{ ...list, filter: one }, first], [{ ...list, filter: other }, second])
      keptIs(returning, [one, 'month', first], [other, 'month', second])
    }),
    { numRuns: 300 },
  )
})

test('what was asked until today is answered tomorrow, when nothing was sold since; not for less than all of it', () => {
  const kept = (from: string, to: string, later: readonly [from: string, to: string]) =>
    keptIs(
      createBeside().returning,
      [{ from, to }, 'month', {}],
      [{ from: later[0], to: later[1] }, 'month', {}],
    )
  expect(kept('2021-02-01', '2022-01-31', ['2021-02-01', '2022-02-01'])).toBe(true)
  expect(kept('2021-02-01', '2022-01-31', ['2021-03-01', '2022-02-01'])).toBe(true)
  expect(kept('2021-02-01', '2022-01-31', ['2022-01-09', '2022-02-01'])).toBe(false)
  expect(kept('2021-02-01', '2022-01-31', ['2021-02-01', '2022-01-09'])).toBe(false)
})
