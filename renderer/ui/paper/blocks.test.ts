import { expect, test } from 'vitest'
import { draft, issuedAs, item } from '#shared/document/inTests.ts'
import type { Content } from '#shared/document/document.ts'
import { blocksOf, piecesOf } from './blocks.tsx'
import { columnsOf } from './columns.ts'
import { partsOf } from './parts.ts'
import { wordsOf } from './words.ts'

const blocks = (content: Partial<Content>, kind: 'document' | 'deliveryNote' = 'document') => {
  const document = issuedAs(draft(content))
  const { seller } = document.issued
  return blocksOf(partsOf({ kind, document, seller, today: '2026-03-02' }, wordsOf('en', 'GB'), 'h1'))
}

test('a text is cut at its blank lines, and a very long one at spaces, and nothing of it is lost', () => {
  expect(piecesOf(' one\ntwo\n\n\nthree ')).toEqual(['one\ntwo', 'three'])
  expect(piecesOf('  ')).toEqual([])
  const long = Array.from({ length: 900 }, (_, at) => `word${at}`).join(' ')
  const pieces = piecesOf(long)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(1200)
  expect(pieces.join(' ')).toBe(long)
  expect(piecesOf('x'.repeat(3000)).join('')).toBe('x'.repeat(3000))
})

test('the last row of the lines stays with the totals', () => {
  const rows = blocks({ lines: [item('a', '1', '10'), item('b', '1', '10')] }).filter(({ isRow }) => isRow)
  expect(rows.map(({ keepsWithNext }) => keepsWithNext)).toEqual([false, true])
})

test('a long description goes on in rows of its own', () => {
  const lines = [item('a', '1', '10', { details: 'First.\n\nSecond.\n\nThird.' })]
  expect(blocks({ lines }).flatMap(({ isRow, key }) => (isRow ? [key] : []))).toEqual(['a', 'a 0', 'a 1'])
})

test('a delivery note says what and how much, but nothing of money', () => {
  const keys = blocks({ opening: 'Hello' }, 'deliveryNote').map(({ key }) => key)
  expect(keys).toEqual(['opening 0', 'a', 'received'])
  expect(columnsOf(draft().content, false)).toEqual(['position', 'title', 'quantity'])
})

test('lines under different taxes have a column that says which', () => {
  const same = { lines: [item('a', '1', '10'), item('b', '1', '10')] }
  const other = { lines: [item('a', '1', '10'), item('b', '1', '10', { taxes: [] })] }
  expect(columnsOf(same, true)).not.toContain('tax')
  expect(columnsOf(other, true)).toContain('tax')
})
