import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { changed, path, project } from './inspection.ts'
import type { Facts } from './inspection.ts'

describe('the command', () => {
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, ['scripts/inspect.mjs', ...words], { cwd: project, encoding: 'utf8' })

  test('prints the promise and nothing else, and ends with 0', () => {
    const { stdout, status } = run(path('etsy-sold-orders-2024.csv'), '--json')
    const facts = JSON.parse(stdout) as Facts
    expect(Object.keys(facts)).toEqual([
      'files',
      'sales',
      'lines',
      'units',
      'buyers',
      'listings',
      'totals',
      'uncounted',
      'waiting',
    ])
    expect(facts.totals['USD']?.['kept']).toBe('502.38')
    expect(status).toBe(0)
  })

  test('ends with 1 when rows are refused, and says why in the promise', () => {
    const file = changed('etsy-sold-orders-2024.csv', (text) => text.replace('3105550128', '3.11E+09'))
    const { stdout, status } = run(file, '--json')
    const [first] = (JSON.parse(stdout) as Facts).files
    expect(first?.refused).toEqual([
      {
        row: 3,
        code: 'damaged-id',
        sentence:
          'A spreadsheet has cut “Order ID” to “3.11E+09”. The digits are lost; use the original download.',
      },
    ])
    expect(status).toBe(1)
  })

  test('ends with 2 when a file cannot be read, and reads the others', () => {
    const { stdout, stderr, status } = run(
      path('etsy-sold-orders-2024.csv'),
      path('etsy-sold-orders-2024.expected.json'),
      path('none.csv'),
      '--json',
    )
    const facts = JSON.parse(stdout) as {
      readonly files: readonly { readonly name: string; readonly error?: { readonly code: string } }[]
      readonly sales: number
    }
    expect(facts.files.map(({ error }) => error?.code)).toEqual([undefined, 'unknown-format', 'unreadable'])
    expect(facts.sales).toBe(14)
    expect(stderr).toContain('none.csv')
    expect(status).toBe(2)
  })

  test('without a file it says how it is used', () => {
    const { stdout, stderr, status } = run()
    expect([stdout, status]).toEqual(['', 2])
    expect(stderr).toContain('npm run inspect -- FILE')
  })
})
