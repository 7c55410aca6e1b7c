import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDay } from './day.ts'
import { dayWriting } from './dayWriting.ts'
import { readTypedDay, type DayContext } from './readTypedDay.ts'

// a Thursday
const today = '2024-03-28'
const read = (text: string, locale = 'en-US', options: Partial<DayContext> = {}) =>
  readTypedDay(text, { today, writing: dayWriting(locale), lean: 'past', edge: 'first', ...options })
const day = (text: string, locale?: string, options?: Partial<DayContext>) => {
  const typed = read(text, locale, options)
  return typed.as === 'day' ? typed.day : typed.as
}

test.each([
  ['today', '2024-03-28'],
  ['Yesterday', '2024-03-27'],
  ['tomorrow', '2024-03-29'],
  ['the day before yesterday', '2024-03-26'],
  ['-3d', '2024-03-25'],
  ['−3', '2024-03-25'],
  ['+2w', '2024-04-11'],
  ['-1m', '2024-02-28'],
  ['-1y', '2023-03-28'],
  ['3 days ago', '2024-03-25'],
  ['a week ago', '2024-03-21'],
  ['2 months ago', '2024-01-28'],
  ['in 2 days', '2024-03-30'],
  ['1 year from now', '2025-03-28'],
  ['friday', '2024-03-22'],
  ['thursday', '2024-03-28'],
  ['last friday', '2024-03-22'],
  ['last thursday', '2024-03-21'],
  ['next thu', '2024-04-04'],
  ['this friday', '2024-03-29'],
  ['Fri, Mar 22, 2024', '2024-03-22'],
  ['2024-03-28', '2024-03-28'],
  ['20240328', '2024-03-28'],
  ['2024/3/8', '2024-03-08'],
  ['March 28, 2024', '2024-03-28'],
  ['28 March 2024', '2024-03-28'],
  ['28th of March', '2024-03-28'],
  ['mar 29', '2023-03-29'], // a day to come is the one of last year
  ['dec 24', '2023-12-24'],
  ["24 dec '21", '2021-12-24'],
  ['feb 29', '2024-02-29'],
  ['march', '2024-03-01'],
  ['march 2023', '2023-03-01'],
  ['2023-11', '2023-11-01'],
  ['2022', '2022-01-01'],
  ['last month', '2024-02-01'],
  ['27', '2024-03-27'],
  ['4th', '2024-03-04'],
  ['30', '2024-01-30'], // February had none
  ['3/28', '2024-03-28'],
  ['28/3', '2024-03-28'], // there is no month 28
  ['12/31', '2023-12-31'],
  ['28.3.', '2024-03-28'],
  ['12/31/69', '2069-12-31'],
  ['3-28-2024', '2024-03-28'],
])('%j is %s', (text, expected) => {
  expect(day(text)).toBe(expected)
})

test.each([
  ['de-DE', 'gestern', '2024-03-27'],
  ['de-DE', 'vorgestern', '2024-03-26'],
  ['de-DE', 'yesterday', '2024-03-27'],
  ['de-DE', '28. März 2024', '2024-03-28'],
  ['de-DE', '5. maerz', 'unreadable'],
  ['de-DE', '28.3.', '2024-03-28'],
  ['de-DE', '4.3.24', '2024-03-04'],
  ['de-DE', '3.4.', '2023-04-03'], // this year's is to come
  ['en-GB', '12/31', '2023-12-31'], // there is no month 31
  ['de-DE', 'last friday', '2024-03-22'],
  ['de-DE', 'Freitag', '2024-03-22'],
  ['fr-FR', 'hier', '2024-03-27'],
  ['fr-FR', '1er février 2024', '2024-02-01'],
  ['fr-FR', '4/3', '2024-03-04'],
  ['en-GB', '4/3', '2024-03-04'],
  ['es-ES', '4 de marzo de 2024', '2024-03-04'],
  ['ja-JP', '3月4日', '2024-03-04'],
  ['ja-JP', '24/03/04', '2024-03-04'],
  ['hu-HU', '2024. márc. 28.', '2024-03-28'],
  ['ko-KR', '3. 4.', '2024-03-04'],
  ['ar-EG', '٢٨‏/٠٣‏/٢٠٢٤', '2024-03-28'],
  ['ru-RU', '4 марта 2024', '2024-03-04'],
])('in %s %j is %s', (locale, text, expected) => {
  expect(day(text, locale)).toBe(expected)
})

test.each([
  // dots are no American's own way, slashes no German's
  ['en-US', '4.3.2024', '2024-03-04', '2024-04-03'],
  ['de-DE', '4/3/2024', '2024-03-04', '2024-04-03'],
  ['en-US', '4/3/2024', '2024-04-03', null],
  ['de-DE', '4.3.2024', '2024-03-04', null],
  ['en-US', '3.3.2024', '2024-03-03', null],
  ['en-US', '28.3.2024', '2024-03-28', null],
])('in %s %s is read as %s, and may have been %s', (locale, text, expected, instead) => {
  expect(read(text, locale)).toEqual({ as: 'day', day: expected, instead })
})

test('what lies ahead is looked for ahead', () => {
  const future = { lean: 'future' } as const
  expect(day('mar 29', 'en-US', future)).toBe('2024-03-29')
  expect(day('3/27', 'en-US', future)).toBe('2025-03-27')
  expect(day('friday', 'en-US', future)).toBe('2024-03-29')
  expect(day('27', 'en-US', future)).toBe('2024-04-27')
  expect(day('feb 29', 'en-US', future)).toBe('2028-02-29')
})

test('the end of a span takes the last day of a month or a year', () => {
  const last = { edge: 'last' } as const
  expect(day('february 2024', 'en-US', last)).toBe('2024-02-29')
  expect(day('2023', 'en-US', last)).toBe('2023-12-31')
  expect(day('2023-11', 'en-US', last)).toBe('2023-11-30')
  expect(day('last month', 'en-US', last)).toBe('2024-02-29')
})

test.each([
  'abc',
  '2024-02-30',
  '2023-02-29',
  '13/13',
  '32',
  '0',
  'smarch 5',
  'ma 5', // March or May
  'Sat, Mar 22, 2024', // it was a Friday
  '1899-12-31',
  '2201-01-01',
  '3/28/240',
  '3/4/5',
  '28 mar mar',
  '5 days',
  'in 5 days ago',
  '--3',
  '9'.repeat(80),
])('%j is no day', (text) => {
  expect(day(text)).toBe('unreadable')
})

test('nothing is nothing', () => {
  expect(read(' ')).toEqual({ as: 'empty' })
})

const locales = [
  'en-US',
  'en-GB',
  'de-DE',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pt-BR',
  'pl-PL',
  'sv-SE',
  'hu-HU',
]
test.each([...locales, 'ja-JP', 'ko-KR', 'zh-CN', 'ar-EG', 'ru-RU', 'tr-TR', 'cs-CZ', 'fi-FI'])(
  'a day as %s writes it is read as the same',
  (locale) => {
    const writing = dayWriting(locale)
    const styles = (['long', 'medium', 'short'] as const).map(
      (dateStyle) => new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (number) => {
        for (const style of styles) {
          const text = style.format(number * 86_400_000)
          const typed = readTypedDay(text, { today, writing, lean: 'past', edge: 'first' })
          expect(typed, text).toMatchObject({ as: 'day', day: isoDay(number) })
        }
      }),
      { numRuns: 60 },
    )
  },
)
