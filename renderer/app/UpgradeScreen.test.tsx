// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import backups from '#resources/locales/en/backups.json'
import { err, ok } from '#shared/result.ts'
import { draw } from '#ui/table/inTests.tsx'
import { UpgradeScreen } from './UpgradeScreen.tsx'

afterEach(cleanup)
const goOn = () => vi.fn(() => Promise.resolve())

test('goes on by itself once everything is backed up', async () => {
  const onContinue = goOn()
  draw(<UpgradeScreen onBackUp={() => Promise.resolve(ok(null))} onContinue={onContinue} />, { backups })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Backing up before the update')
  await vi.waitFor(() => expect(onContinue).toHaveBeenCalledOnce())
})

test('a backup that fails says why, can be tried again, and nothing goes on by itself', async () => {
  const onContinue = goOn()
  const onBackUp = vi
    .fn(() =>
      Promise.resolve(
        ok(null) as ReturnType<typeof ok<null>> | ReturnType<typeof err<{ code: 'disk-full' }>>,
      ),
    )
    .mockResolvedValueOnce(err({ code: 'disk-full' }))
  draw(<UpgradeScreen onBackUp={onBackUp} onContinue={onContinue} />, { backups })
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full')
  expect(onContinue).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await vi.waitFor(() => expect(onContinue).toHaveBeenCalledOnce())
})

test('the person may go on without a backup', async () => {
  const onContinue = goOn()
  draw(
    <UpgradeScreen onBackUp={() => Promise.resolve(err({ code: 'no-folder' }))} onContinue={onContinue} />,
    { backups },
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Go on without a backup' }))
  expect(onContinue).toHaveBeenCalledOnce()
})
