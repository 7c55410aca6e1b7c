import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { cleanText } from '#shared/reading/cells.ts'
import { guardCell, refusedCsv } from './refusedCsv.ts'

const refusal = { code: 'unreadable-date', column: 'Date', text: '' } as const

test.each([
  ['=SUM(A1)', "'=SUM(A1)"],
  ['@cmd', "'@cmd"],
  ['+49 170', "'+49 170"],
  ['-$0.20', "'-$0.20"],
  ['\t=1+1', "'=1+1"],
  ['-12.50', '-12.50'], // a number is no formula
  ["'02108", "'02108"],
  ["'t Hooft", "'t Hooft"],
  ['', ''],
])('writes %j as %j', (cell, written) => {
  expect(guardCell(cell)).toBe(written)
})

test('reading takes off what writing put on, whatever the cell', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '1', 'a', ' ') }),
  )
  fc.assert(
    fc.property(cell, (text) => {
      expect(cleanText(guardCell(text))).toBe(cleanText(text))
    }),
  )
})

test.each([',', ';', '\t', '|'] as const)(
  'keeps cells with %j, quotes and line breaks apart',
  (delimiter) => {
    const cells = ['a,b', 'c;d', 'e\tf', 'g|h', 'say "hi"', 'two\nlines']
    const header = ['A', 'B', 'C', 'D', 'E', 'F']
    const text = refusedCsv({ header, delimiter, refused: [{ ...refusal, row: 2, cells }] })
    expect(Papa.parse(text.trimEnd(), { delimiter }).data).toEqual([header, cells])
  },
)
