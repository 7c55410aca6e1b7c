import { expect, test } from 'vitest'
import { placesOf } from './logBug.ts'

test('the log gets the places of a bug and nothing a file may have said', () => {
  const bug = new TypeError('cannot read "Ana Silva, 120.00 EUR"\nin row 7')
  bug.stack = `TypeError: ${bug.message}\n    at readRow (app://microbrand/assets/index.js:12:34)\n    at book.js:5:6`
  expect(placesOf(bug, '\n    at Shell')).toBe(
    '    at readRow (app://microbrand/assets/index.js:12:34)\n    at book.js:5:6\n\n    at Shell',
  )
})
