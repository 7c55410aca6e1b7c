import { expect, test } from 'vitest'
import { csvRecord } from './csvRecord.ts'

test.each([
  [['Lavender Soap', 2, '-12.50'], 'Lavender Soap,2,-12.50\r\n'],
  [['say "hi", twice', 'two\nlines'], '"say ""hi"", twice","two\nlines"\r\n'],
  [['=HYPERLINK("x")', '+1', '@name', '-a', '\tx'], `"'=HYPERLINK(""x"")",'+1,'@name,'-a,"'\tx"\r\n`],
  [['大福', "'t Hooft", ''], "大福,'t Hooft,\r\n"],
])('%j becomes one record', (cells, text) => {
  expect(csvRecord(cells)).toBe(text)
})
