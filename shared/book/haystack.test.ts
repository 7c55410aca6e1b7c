import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, haystackOf, positionsOf } from './haystack.ts'

test('a word is found without its accents and whatever its case', () => {
  const texts = ['Dörte Beispiel', 'ＦＡＴＩＭＡ', 'dorte', '']
  expect(positionsOf(haystackOf(texts), folded('DÖRTE'))).toEqual([0, 2])
  expect(positionsOf(haystackOf(texts), folded('fátima'))).toEqual([1])
})

test('finds what looking at each text finds, each text once', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '手'), maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(text),
      fc.string({ unit: fc.constantFrom('a', 'b', 'e', '手'), minLength: 1, maxLength: 3 }),
      (texts, word) => {
        const each = texts.flatMap((one, at) => (folded(one).includes(word) ? [at] : []))
        expect(positionsOf(haystackOf(texts), word)).toEqual(each)
        expect(positionsOf(haystackOf(texts), word, 2)).toEqual(each.slice(0, 2))
      },
    ),
  )
})
