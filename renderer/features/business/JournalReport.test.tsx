// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import business from '#resources/locales/en/business.json'
import type { DocumentFault } from '#data/documents/verify.ts'
import { draw } from '#ui/table/inTests.tsx'
import { JournalReport } from './JournalReport.tsx'

afterEach(cleanup)

const fault = (told: Partial<DocumentFault>): DocumentFault => ({
  code: 'changed',
  seq: 3,
  act: 'issue',
  number: '2026-0002',
  document: 'id-2',
  ...told,
})

test('a journal that holds says so, with the number of its entries and its last seal', () => {
  draw(<JournalReport verified={{ entries: 1247, head: 'a1b2', faults: [] }} onDocument={() => {}} />, {
    business,
  })
  expect(screen.getByRole('status').textContent).toContain(
    '1,247 entries: nothing was changed, taken out or moved.',
  )
  expect(screen.getByText('a1b2')).toBeDefined()
})

test('each fault is told in words and leads to the document it is about', async () => {
  const opened: string[] = []
  const faults = [
    fault({ code: 'content-changed' }),
    fault({ code: 'not-told', seq: 0, act: 'void', number: '2026-0007', document: 'id-7' }),
    fault({ code: 'content-missing', act: 'payment', number: '', document: null }),
  ]
  draw(<JournalReport verified={{ entries: 9, head: 'a', faults }} onDocument={(id) => opened.push(id)} />, {
    business,
  })
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(lines).toEqual([
    'Entry 3 (2026-0002 issued): what is stored now is not what was written down. Open 2026-0002',
    'There is no entry for this: 2026-0007 void. Open 2026-0007',
    'Entry 3 (payment for no document): what it tells of is gone. ',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Open 2026-0007' }))
  expect(opened).toEqual(['id-7'])
})

test('of very many faults the first are shown and the rest are counted', () => {
  const faults = Array.from({ length: 1020 }, (_, at) => fault({ seq: at + 1 }))
  draw(<JournalReport verified={{ entries: 1020, head: 'a', faults }} onDocument={() => {}} />, { business })
  expect(screen.getByText(/^1,000 more places/)).toBeDefined()
  expect(screen.getAllByRole('listitem')).toHaveLength(21)
})

test('an empty journal is no fault', () => {
  draw(<JournalReport verified={{ entries: 0, head: '', faults: [] }} onDocument={() => {}} />, { business })
  expect(screen.getByRole('status').textContent).toContain('Nothing is written down yet.')
})
