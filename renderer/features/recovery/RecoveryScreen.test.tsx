// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import recovery from '#resources/locales/en/recovery.json'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { Loss } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { draw } from '#ui/table/inTests.tsx'
import { RecoveryScreen, type RecoveryScreenProps } from './RecoveryScreen.tsx'

afterEach(cleanup)

const kept = (name: string, at: number) => ({
  sha256: String(at).padStart(64, '0'),
  name,
  size: 100,
  account: '',
})
const loss = (
  code: Loss['code'],
  files: readonly string[] = ['orders.csv', 'statement.csv'],
  name = 'Petal & Pine',
): Loss => ({
  brand: {
    id: `00000000-0000-7000-8000-0000000000${files.length}${name.length}`,
    name,
    schema: 1,
    pages: 4,
    lastSeq: 9,
    imports: 2,
    kept: files.map(kept),
  },
  code,
})
const drawScreen = (props: Partial<RecoveryScreenProps>) => {
  const all: RecoveryScreenProps = {
    losses: [loss('emptied')],
    backupOf: () => null,
    onRestore: vi.fn(() => Promise.resolve(ok('It is as it was.'))),
    onRebuild: vi.fn(() => Promise.resolve(ok({ files: 2, sales: 18, failed: [] }))),
    onAccept: vi.fn(() => Promise.resolve()),
    onContinue: vi.fn(),
    ...props,
  }
  draw(<RecoveryScreen {...all} />, { recovery })
  return all
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

test('says what an emptied brand held, and never welcomes', () => {
  drawScreen({})
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Some of your data is missing')
  expect(screen.getByRole('heading', { name: 'Petal & Pine' })).toBeTruthy()
  expect(screen.getByText('2 import files kept safely apart')).toBeTruthy()
  expect(screen.queryByText(/welcome/i)).toBeNull()
  expect(button('Open Microbrand').disabled).toBe(true)
})

test('reads the kept files again, shows how far it is, and then goes on', async () => {
  let tell: (progress: ImportProgress) => void = () => {}
  let finish = () => {}
  const onRebuild: RecoveryScreenProps['onRebuild'] = (_loss, onProgress) => {
    tell = onProgress
    return new Promise(
      (resolve) => (finish = () => resolve(ok({ files: 1, sales: 1, failed: ['statement.csv'] }))),
    )
  }
  const { onContinue } = drawScreen({ onRebuild })
  await userEvent.click(button('Read the kept files again'))
  tell({ phase: 'reading', file: 1, files: 2, rows: 1200, bytes: 50, totalBytes: 100, secondsLeft: 3 })
  expect(await screen.findByText('Reading file 2 of 2 · 1,200 rows')).toBeTruthy()
  expect(
    screen.getByRole('progressbar', { name: 'Reading Petal & Pine again' }).getAttribute('aria-valuenow'),
  ).toBe('50')
  finish()
  expect(await screen.findByText(/1 file was read again. 1 sale is there./)).toBeTruthy()
  expect(screen.getByText(/1 file could not be read again: statement.csv/)).toBeTruthy()
  await userEvent.click(button('Open Microbrand'))
  expect(onContinue).toHaveBeenCalledOnce()
})

test('a reading that fails can be tried again', async () => {
  const onRebuild = vi
    .fn<RecoveryScreenProps['onRebuild']>()
    .mockResolvedValueOnce(err({ code: 'disk-full' }))
    .mockResolvedValueOnce(ok({ files: 2, sales: 3, failed: [] }))
  drawScreen({ onRebuild })
  await userEvent.click(button('Read the kept files again'))
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full')
  await userEvent.click(button('Read the kept files again'))
  expect(await screen.findByText(/3 sales are there/)).toBeTruthy()
})

test('going on without it is asked twice, because it cannot be undone', async () => {
  const { onAccept } = drawScreen({})
  await userEvent.click(button('Go on without it'))
  expect(onAccept).not.toHaveBeenCalled()
  await userEvent.click(button('Yes, go on without it'))
  expect(onAccept).toHaveBeenCalledOnce()
  expect(await screen.findByText('You went on without it.')).toBeTruthy()
  expect(button('Open Microbrand').disabled).toBe(false)
})

test('offers no reading where no file is kept', () => {
  drawScreen({ losses: [loss('missing', [])] })
  expect(screen.queryByRole('button', { name: 'Read the kept files again' })).toBeNull()
  expect(screen.getByText('No import file is kept, so nothing can be read again.')).toBeTruthy()
})

test('a brand of a newer app is left alone, and nothing is offered that would change it', () => {
  drawScreen({ losses: [loss('newer')] })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'Your data was made by a newer Microbrand',
  )
  expect(screen.queryByRole('button', { name: /Read|without|Open/ })).toBeNull()
})

test('every brand is decided before the app opens', async () => {
  drawScreen({ losses: [loss('damaged'), loss('emptied', ['a.csv'], 'Zoë 花店')] })
  const [first, second] = screen.getAllByRole('button', { name: 'Read the kept files again' })
  if (first) await userEvent.click(first)
  expect(button('Open Microbrand').disabled).toBe(true)
  if (second) await userEvent.click(second)
  await screen.findAllByText(/18 sales are there/)
  expect(button('Open Microbrand').disabled).toBe(false)
})

test('a proven backup is offered first, and what it brings is said', async () => {
  const { onRestore, onContinue } = drawScreen({
    backupOf: () => ({ made: 'Apr 2, 2024, 11:30 AM', holds: '14 sales, 2 imports' }),
  })
  expect(screen.getByText(/made Apr 2, 2024, 11:30 AM. It holds 14 sales, 2 imports/)).toBeTruthy()
  await userEvent.click(button('Restore the newest proven backup'))
  expect(onRestore).toHaveBeenCalledOnce()
  expect((await screen.findByRole('status')).textContent).toContain('It is as it was.')
  await userEvent.click(button('Open Microbrand'))
  expect(onContinue).toHaveBeenCalledOnce()
})

test('a backup that cannot be restored leaves the other ways open', async () => {
  drawScreen({
    backupOf: () => ({ made: 'Apr 2, 2024, 11:30 AM', holds: '14 sales' }),
    onRestore: (_loss, onProgress) => {
      onProgress({ said: 'Reading it', share: 0.5 })
      return Promise.resolve(err('The disk is full.'))
    },
  })
  await userEvent.click(button('Restore the newest proven backup'))
  expect((await screen.findByRole('alert')).textContent).toBe('The disk is full.')
  expect(button('Read the kept files again')).toBeTruthy()
})
