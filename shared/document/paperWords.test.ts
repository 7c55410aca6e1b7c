import { describe, expect, test } from 'vitest'
import { paperWords } from './paperWords.ts'
import { isUnitCode, unitGroups } from './units.ts'

type Words = { readonly [key: string]: string | Words }
const languages = Object.keys(paperWords) as (keyof typeof paperWords)[]
const plural = /_(zero|one|two|few|many|other)$/

/** Every word with its key, written with dots. */
const flat = (words: Words, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [[before + key, word] as const] : flat(word, `${before}${key}.`),
  )
const wordsOf = (language: keyof typeof paperWords) => new Map(flat(paperWords[language]))
/** Keys without their plurals, each with the names in double braces. */
const shape = (language: keyof typeof paperWords) =>
  Object.fromEntries(
    [...wordsOf(language)].map(([key, word]) => [
      key.replace(plural, ''),
      [...word.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name = '']) => name).toSorted(),
    ]),
  )

test('there are the languages documents can be written in', () => {
  expect(languages).toEqual(['en', 'de', 'fr', 'es', 'pt-BR'])
})

describe.each(languages)('paper in %s', (language) => {
  test('says everything English says, with the same names in it', () => {
    expect(shape(language)).toEqual(shape('en'))
  })

  test('has a word for every plural its language knows, and for no other', () => {
    const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const counted = [...wordsOf(language).keys()].filter((key) => plural.test(key))
    const wanted = new Set(counted.flatMap((key) => known.map((form) => key.replace(plural, `_${form}`))))
    expect(wanted.size).toBeGreaterThan(0)
    expect(counted.toSorted()).toEqual([...wanted].toSorted())
  })

  test('is set as a printer would: no straight apostrophe, no gap that breaks', () => {
    for (const [key, word] of wordsOf(language)) {
      expect([key, word.trim()]).toEqual([key, word])
      expect([key, word]).not.toEqual([key, expect.stringMatching(/['"]|\.\.\.|[ ]{2}| %|§ /)])
      if (language === 'fr') expect([key, word]).not.toEqual([key, expect.stringMatching(/ [:;?!»]|« /)])
    }
  })
})

test('every unit has a name and a word for paper, and every word belongs to a unit', () => {
  const codes = Object.values(unitGroups).flat()
  expect(new Set(codes).size).toBe(codes.length)
  expect(Object.keys(paperWords.en.unitNames).toSorted()).toEqual(codes.toSorted())
  const counted = Object.keys(paperWords.en.units).map((key) => key.replace(plural, ''))
  expect([...new Set(counted)].toSorted()).toEqual(codes.toSorted())
})

test('codes of Recommendation 20 are told from others', () => {
  for (const code of [
    'C62',
    'HUR',
    'DAY',
    'MON',
    'KGM',
    'MTR',
    'MTK',
    'LTR',
    'KMT',
    'SET',
    'LS',
    'P1',
    'ZP',
    'D68',
  ])
    expect(isUnitCode(code)).toBe(true)
  for (const code of ['', 'hour', 'constructor', 'XZZ']) expect(isUnitCode(code)).toBe(false)
})
