import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinListings } from './joinListings.ts'
import type { NamedListing } from './joinListings.ts'

const listing = (id: number, title: string, skus: readonly string[] = [], account = 1): NamedListing => ({
  id,
  account,
  title,
  skus,
})
const joined = (known: readonly NamedListing[], ...offered: readonly (readonly NamedListing[])[]) =>
  Object.fromEntries(joinListings(known, offered))

describe('an offered listing is surely one that sales know', () => {
  test('when it alone has the same SKU, whatever its title is by now', () => {
    expect(joined([listing(1, 'Mug', ['M-L'])], [listing(9, 'Mug, handmade', ['M-S', 'M-L'])])).toEqual({
      9: 1,
    })
  })

  test('when it alone has the same title and one of them has no SKU', () => {
    expect(joined([listing(1, 'Mug')], [listing(9, 'Mug', ['M'])])).toEqual({ 9: 1 })
    expect(joined([listing(1, 'Mug', ['M'])], [listing(9, 'Mug')])).toEqual({ 9: 1 })
    expect(joined([listing(1, 'Mug')], [listing(9, 'Mug')])).toEqual({ 9: 1 })
  })

  test('when title and SKU together tell listings of one SKU apart', () => {
    const known = [listing(1, 'Mug, blue', ['M']), listing(2, 'Mug, red', ['M'])]
    const offered = [listing(8, 'Mug, red', ['M']), listing(9, 'Mug, blue', ['M'])]
    expect(joined(known, offered)).toEqual({ 8: 2, 9: 1 })
  })

  test('when all others it could be are taken', () => {
    const known = [listing(1, 'Mug', ['M']), listing(2, 'Mug')]
    expect(joined(known, [listing(8, 'Mug', ['M']), listing(9, 'Mug')])).toEqual({ 8: 1, 9: 2 })
  })
})

describe('an offered listing is not surely one that sales know', () => {
  test.each([
    ['of another account', [listing(1, 'Mug', ['M'])], [listing(9, 'Mug', ['M'], 2)]],
    ['of the same title with another SKU', [listing(1, 'Mug', ['M'])], [listing(9, 'Mug', ['N'])]],
    ['that could be two', [listing(1, 'Mug'), listing(2, 'Mug')], [listing(9, 'Mug')]],
    ['that another one could be as well', [listing(1, 'Mug')], [listing(8, 'Mug'), listing(9, 'Mug')]],
    [
      'of one SKU of each of two',
      [listing(1, 'Mug', ['M']), listing(2, 'Bowl', ['B'])],
      [listing(9, 'Set', ['M', 'B'])],
    ],
    ['without any name', [listing(1, '')], [listing(9, '')]],
  ])('%s', (_, known, offered) => expect(joined(known, offered)).toEqual({}))
})

test('an older catalogue may call a listing otherwise; the newest decides first', () => {
  const [now, before] = [[listing(8, 'Mug, new title', ['M', 'L'])], [listing(9, 'Mug, old title', ['L'])]]
  expect(joined([listing(1, 'Mug', ['M'])], now, before)).toEqual({ 8: 1, 9: 1 })
  expect(joined([], now, before)).toEqual({ 9: 8 })
})

test('a listing that is known under its own key is not joined to another', () => {
  expect(joined([listing(1, 'Mug', ['M']), listing(9, 'Mug')], [listing(9, 'Mug', ['M'])])).toEqual({})
})

const names = fc.constantFrom('', 'Mug', 'Bowl', 'Soap')
const listings = (first: number) =>
  fc
    .array(
      fc.tuple(names, fc.array(fc.constantFrom('M', 'B', 'S'), { maxLength: 2 }), fc.constantFrom(1, 2)),
      {
        maxLength: 6,
      },
    )
    .map((found) => found.map(([title, skus, account], at) => listing(first + at, title, skus, account)))

test('no two listings of one catalogue are one, none is of another account, and their order does not matter', () => {
  fc.assert(
    fc.property(listings(1), listings(100), (known, offered) => {
      const pairs = joinListings(known, [offered])
      expect(new Set(pairs.values()).size).toBe(pairs.size)
      for (const [from, to] of pairs) {
        const [a, b] = [offered.find(({ id }) => id === from), known.find(({ id }) => id === to)]
        expect(a?.account).toBe(b?.account)
        expect(a?.title === b?.title || a?.skus.some((sku) => b?.skus.includes(sku))).toBe(true)
      }
      expect(joinListings(known.toReversed(), [offered.toReversed()])).toEqual(pairs)
    }),
  )
})
