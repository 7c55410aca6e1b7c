// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { notifications } from '@mantine/notifications'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { err, ok } from '#shared/result.ts'
import { button, drawFlow } from './importInTests.tsx'

afterEach(() => {
  cleanup()
  notifications.clean()
})

test('a full disk is said plainly, and nothing is changed', async () => {
  const { services } = drawFlow({ session: { commit: () => Promise.resolve(err({ code: 'disk-full' })) } })
  await userEvent.click(await button(/^Import 1,234/))
  expect(await screen.findByText(/The disk is full/)).toBeTruthy()
  expect(services.api.releaseFiles).toHaveBeenCalledOnce()
})

test('whatever breaks, the dialog says what was stored and can be left', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const cause = new Error('the machine failed')
  const { props } = drawFlow({
    session: { commit: () => Promise.resolve(err({ code: 'stored-not-shown', cause })) },
  })
  await userEvent.click(await button(/^Import 1,234/))
  expect(await screen.findByText('Imported, but not shown yet')).toBeTruthy()
  expect(screen.queryByText('Nothing was imported')).toBe(null)
  expect(screen.queryByRole('button', { name: 'Choose other files' })).toBe(null)
  expect(report).toHaveBeenCalledExactlyOnceWith(cause)
  const [close] = screen.getAllByRole('button', { name: 'Close' }).toReversed()
  if (close) await userEvent.click(close)
  expect(props.onClose).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

test('what breaks while the files are read stored nothing, and lets go of them', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const { services } = drawFlow({
    services: { startImport: () => Promise.reject(new Error('the machine failed')) },
  })
  expect(await screen.findByText(/before anything was stored/)).toBeTruthy()
  expect(report).toHaveBeenCalledOnce()
  expect(services.api.releaseFiles).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

test('an import the witness could not be told of is done, and says what is not up to date', async () => {
  drawFlow({ session: { commit: () => Promise.resolve(ok({ importId: 'i1', unwitnessed: true })) } })
  await userEvent.click(await button(/^Import 1,234/))
  expect(await screen.findByText(/note of what must be there/)).toBeTruthy()
})
