import { expect, test } from 'vitest'
import { lettersOf } from './BrandMark.tsx'

test.each([
  ['Juniper & Clay', 'JC'],
  ['atelier', 'A'],
  ['  Ölfarben  und Papier ', 'ÖU'],
  ['4 Seasons', '4S'],
  ['青い月', '青'],
  ['& &', ''],
])('the monogram of %j is %j', (name, letters) => {
  expect(lettersOf(name)).toBe(letters)
})
