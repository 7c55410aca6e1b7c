import { expect, test } from 'vitest'
import { amountsByLine, isBlankItem, lineAfter, movedLine, withoutBlankLines } from './editLines.ts'
import { blankItem } from './derive.ts'
import type { DocumentLine } from './document.ts'
import { draft, item } from './inTests.ts'

const word = (id: string, kind: 'text' | 'subtotal', title = ''): DocumentLine => ({ kind, id, title })
const ids = (lines: readonly DocumentLine[]) => lines.map(({ id }) => id).join('')
const lines = [item('a', '1', '10'), word('t', 'text', 'Print'), item('b', '2', '20', { taxes: [] })]

test('a new line is taxed as the item before it', () => {
  const after = lineAfter(lines, 1, 'n', ['other'])
  expect(ids(after)).toBe('atnb')
  expect(after[2]).toMatchObject({ kind: 'item', taxes: ['vat'], quantity: '1', unitPrice: '0' })
  expect(lineAfter([], -1, 'n', ['other'])[0]).toMatchObject({ taxes: ['other'] })
})

test('a line goes where it is put, and nowhere beyond the ends', () => {
  expect(ids(movedLine(lines, 0, 2))).toBe('tba')
  expect(ids(movedLine(lines, 2, 0))).toBe('bat')
  expect(ids(movedLine(lines, 0, -1))).toBe('atb')
  expect(ids(movedLine(lines, 2, 3))).toBe('atb')
})

test('lines nobody wrote in are not issued; a price alone is something', () => {
  const blank = { ...blankItem, id: 'x' }
  expect([isBlankItem(blank), isBlankItem({ ...blank, unitPrice: '5' })]).toEqual([true, false])
  const content = { ...draft().content, lines: [...lines, blank, word('e', 'text'), word('s', 'subtotal')] }
  expect(ids(withoutBlankLines(content).lines)).toBe('atbs')
})

test('a subtotal sums up what stands since the one before', () => {
  const whole = [
    item('a', '1', '1'),
    item('b', '1', '1'),
    word('s', 'subtotal'),
    item('c', '1', '1'),
    word('z', 'subtotal'),
  ]
  expect([...amountsByLine(whole, [{ amount: 100 }, { amount: 250 }, { amount: 7 }])]).toEqual([
    ['a', 100],
    ['b', 250],
    ['s', 350],
    ['c', 7],
    ['z', 7],
  ])
})
