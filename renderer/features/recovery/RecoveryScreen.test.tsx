// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import recovery from '#resources/locales/en/recovery.json'
import type { ImportProgress } from '#shared/imports/report.ts'
import type { Loss } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { draw } from '#ui/table/inTests.tsx'
import {
  type BackupOffer,
  type ChosenBackup,
  type Offers,
  RecoveryScreen,
  type RecoveryScreenProps,
} from './RecoveryScreen.tsx'

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
    offersFor: () => ({ kin: 'own', backups: [] }),
    onChoose: vi.fn(() => Promise.resolve(err(null))),
    onLetGo: vi.fn(),
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

const offer = (made: string, isProven = true): BackupOffer => ({
  name: `${made}.microbrand.zip`,
  made,
  why: 'when you quit',
  holds: '14 sales, 2 imports',
  isProven,
})
const offers = (kin: Offers['kin'], ...backups: readonly BackupOffer[]) => ({
  offersFor: (): Offers => ({ kin, backups }),
})
const radios = () => screen.getAllByRole<HTMLInputElement>('radio')

test('the newest proven backup is chosen at first, and an older one can be', async () => {
  const [unproven, newest, older] = [offer('Apr 3', false), offer('Apr 2'), offer('Apr 1')]
  const { onRestore, onContinue } = drawScreen(offers('own', unproven, newest, older))
  expect(radios().map(({ checked }) => checked)).toEqual([false, true, false])
  expect(screen.getByRole('radio', { name: /^Apr 2, when you quit: the newest proven one/ })).toBeTruthy()
  expect(screen.getByText(/It was not read again yet/)).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: /^Apr 1/ }))
  await userEvent.click(button('Restore this backup'))
  expect(onRestore).toHaveBeenCalledWith(expect.anything(), older, expect.anything())
  expect((await screen.findByRole('status')).textContent).toContain('It is as it was.')
  await userEvent.click(button('Open Microbrand'))
  expect(onContinue).toHaveBeenCalledOnce()
})

test('of backups that only bear the same name none is chosen for the person', async () => {
  const { onRestore } = drawScreen(offers('alike', offer('Apr 2'), offer('Apr 1')))
  expect(screen.getByText(/a brand with the same name/)).toBeTruthy()
  expect(radios().some(({ checked }) => checked)).toBe(false)
  expect(button('Restore this backup').disabled).toBe(true)
  await userEvent.click(screen.getByRole('radio', { name: /^Apr 1/ }))
  await userEvent.click(button('Restore this backup'))
  expect(onRestore).toHaveBeenCalledOnce()
})

test('many backups are shown a few at first', async () => {
  drawScreen(offers('own', ...Array.from({ length: 7 }, (_, at) => offer(`Apr ${20 - at}`))))
  expect(radios()).toHaveLength(4)
  await userEvent.click(button('Show 3 older ones'))
  expect(radios()).toHaveLength(7)
})

test('a backup that cannot be restored leaves the other ways open', async () => {
  drawScreen({
    ...offers('own', offer('Apr 2')),
    onRestore: (_loss, _from, onProgress) => {
      onProgress({ said: 'Reading it', share: 0.5 })
      return Promise.resolve(err('The disk is full.'))
    },
  })
  await userEvent.click(button('Restore this backup'))
  expect((await screen.findByRole('alert')).textContent).toBe('The disk is full.')
  expect(button('Read the kept files again')).toBeTruthy()
})

const chosen = (kin: ChosenBackup['kin']): ChosenBackup => ({
  opened: {} as ChosenBackup['opened'],
  brand: 'Fern',
  made: 'Apr 2, 2024',
  holds: '3 sales',
  kin,
})

test.each([
  ['own', 'It is of the brand that is missing.'],
  ['alike', 'It is of a brand with the same name. Nothing else says that it is this one.'],
  ['foreign', /It is of another brand, Fern, and would take the place of Petal & Pine/],
] as const)('a file that is %s is looked into before anything is done', async (kin, said) => {
  const { onRestore, onLetGo } = drawScreen({ onChoose: () => Promise.resolve(ok(chosen(kin))) })
  await userEvent.click(button('Restore from a file…'))
  expect(screen.getByText(said)).toBeTruthy()
  expect(screen.getByText(/Backup of Fern, made Apr 2, 2024. It holds 3 sales/)).toBeTruthy()
  await userEvent.click(button('Not this one'))
  expect(onLetGo).toHaveBeenCalledOnce()
  expect(onRestore).not.toHaveBeenCalled()
  await userEvent.click(button('Restore from a file…'))
  await userEvent.click(button('Restore it'))
  expect(onRestore).toHaveBeenCalledWith(expect.anything(), chosen(kin), expect.anything())
})

test('a file that is no backup, or of another brand, is refused in words; none chosen says nothing', async () => {
  const onChoose = vi
    .fn<RecoveryScreenProps['onChoose']>()
    .mockResolvedValueOnce(err('This file is not a backup of Microbrand.'))
    .mockResolvedValueOnce(err(null))
  drawScreen({ onChoose })
  await userEvent.click(button('Restore from a file…'))
  expect((await screen.findByRole('alert')).textContent).toBe('This file is not a backup of Microbrand.')
  await userEvent.click(button('Restore from a file…'))
  expect(screen.queryByRole('alert')).toBeNull()
})
