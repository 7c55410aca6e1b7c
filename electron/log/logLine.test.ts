import { expect, test } from 'vitest'
import { framesOf, logLine, safeCode } from './logLine.ts'

const noon = new Date('2025-03-31T12:00:00Z')
const line = (code: string, error?: unknown) =>
  JSON.parse(logLine(noon, code, error)) as Record<string, unknown>

test('an error leaves its kind and its way through the program, not what it says', () => {
  const error = new SyntaxError(`Unexpected token 'J', "Jane Doe, $12.50" is not valid JSON`)
  error.stack = [
    `SyntaxError: Unexpected token 'J', "Jane Doe, $12.50" is not valid JSON`,
    '    at JSON.parse (<anonymous>)',
    '    at readOrder (app://microbrand/assets/index-4f2a.js:1:200)',
    '    at file:///home/jane/Microbrand/out/main/main.js:12:34',
    '    at async C:\\Users\\Jane Doe\\app\\main.js:5:6',
  ].join('\n')
  expect(line('main-failed', error)).toEqual({
    time: '2025-03-31T12:00:00.000Z',
    code: 'main-failed',
    name: 'SyntaxError',
    reason: 'unnamed',
    stack: [
      'at JSON.parse (<anonymous>)',
      'at readOrder (index-4f2a.js:1:200)',
      'at main.js:12:34',
      'at async main.js:5:6',
    ],
  })
})

test('a code of the system is kept, its path is not', () => {
  const error = Object.assign(new Error("ENOSPC: no space left on device, write '/home/jane/x'"), {
    code: 'ENOSPC',
  })
  expect(line('window-place-not-saved', error)).toMatchObject({ reason: 'ENOSPC' })
  expect(logLine(noon, 'x', error)).not.toContain('jane')
})

test.each(['Jane Doe', '12.50', 'orders.csv line 3', '', 'a'.repeat(200), 'a\nb'])(
  '%j is no code',
  (text) => {
    expect(safeCode(text)).toBe('unnamed')
  },
)

test.each(['import-failed', 'TypeError', 'ERR_OUT_OF_RANGE', 'window-oom'])('%s is a code', (text) => {
  expect(safeCode(text)).toBe(text)
})

test('a stack of the window that carries other lines leaves only its frames', () => {
  const stack =
    'Error: Order 1001 of Jane\nJane Doe;12,50\n    at importFile (app://microbrand/a.js:1:2)\n  at home'
  expect(framesOf(stack)).toEqual(['at importFile (a.js:1:2)', 'at home'])
})

test('what is thrown without being an error leaves the code alone', () => {
  expect(line('x', 'Jane')).toEqual({ time: '2025-03-31T12:00:00.000Z', code: 'x' })
  expect(line('x')).toEqual({ time: '2025-03-31T12:00:00.000Z', code: 'x' })
})
