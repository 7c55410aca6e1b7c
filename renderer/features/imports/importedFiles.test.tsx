// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { notifications } from '@mantine/notifications'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import imports from '#resources/locales/en/imports.json'
import refusals from '#resources/locales/en/refusals.json'
import type { FileResult } from '#shared/imports/report.ts'
import { err } from '#shared/result.ts'
import { button, chosen, drawFlow, readFile, refusedRow } from './importInTests.tsx'

afterEach(() => {
  cleanup()
  notifications.clean()
})

test('refused rows are told one by one and can be saved; the button speaks of the good ones', async () => {
  const refused = [refusedRow(17), refusedRow(40)]
  const session = {
    refused: (_file: number, from: number, count: number) =>
      Promise.resolve(refused.slice(from, from + count)),
  }
  const { services } = drawFlow({ preview: { files: [readFile('orders.csv', { refused })] }, session })
  expect(await screen.findByText('2 rows cannot be read')).toBeTruthy()
  await userEvent.click(await button('Show them'))
  const list = await screen.findByRole('grid', { name: 'Rows of orders.csv that cannot be read' })
  expect(await within(list).findByRole('gridcell', { name: '17' })).toBeTruthy()
  expect(within(list).getAllByText(/twelve/).length).toBe(2)
  await userEvent.click(await button('Save them as CSV'))
  expect(services.api.saveText).toHaveBeenCalledExactlyOnceWith({
    suggestedName: 'Refused rows of orders.csv',
    kind: 'csv',
    text: 'Sale Date,Order ID\r\n',
  })
  expect(await button('Import the good rows: 1,234 sales into Petal & Pine')).toBeTruthy()
})

test('a file that cannot be read says why and what to do, beside those that can', async () => {
  drawFlow({
    preview: {
      files: [
        readFile('orders.csv'),
        { name: 'notes.csv', ok: false, error: { code: 'unknown-format', row: null } },
      ],
    },
  })
  const file = await screen.findByRole('article', { name: 'notes.csv' })
  expect(file.textContent).toContain(refusals.file['unknown-format'])
  expect(file.textContent).toContain(imports.fileErrorTodo['unknown-format'])
  expect(await button(/^Import 1,234/)).toBeTruthy()
})

test('files of which none can be read change nothing', async () => {
  const files: readonly FileResult[] = [
    { name: 'cut.csv', ok: false, error: { code: 'unterminated-quote', row: 88 } },
  ]
  drawFlow({ services: { startImport: () => Promise.resolve(err({ code: 'no-readable-file', files })) } })
  expect(await screen.findByText('Nothing was imported')).toBeTruthy()
  expect(screen.getByText(/quotation mark in row 88/)).toBeTruthy()
  expect(await button('Choose other files')).toBeTruthy()
})

test('the same files again say that there is nothing new, and offer no import', async () => {
  const file = {
    ...readFile('orders.csv'),
    alreadyIn: [{ brand: 'Petal & Pine', brandId: 'b0', importId: 'i0', sameBrand: true }],
  }
  drawFlow({
    preview: {
      files: [file],
      sales: { added: 0, changed: 0, same: 1234 },
      change: { counted: {}, uncounted: {}, waiting: {} },
    },
  })
  expect(await screen.findByText('Nothing new')).toBeTruthy()
  expect(screen.getByText('This file was imported before.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /into/ })).toBeNull()
})

test('a file that belongs to another brand is noticed, and can be looked at there', async () => {
  const twice = { brand: 'Zoë 花店', brandId: 'b7', sameBrand: false }
  const { props, session, services } = drawFlow({
    preview: {
      files: [
        {
          ...readFile('orders.csv'),
          alreadyIn: [
            { ...twice, importId: 'x' },
            { ...twice, importId: 'y' },
          ],
        },
      ],
    },
  })
  const sentence = 'The brand Zoë 花店 already has this file. Is Petal & Pine the right place for it?'
  expect(await screen.findAllByText(sentence)).toHaveLength(1)
  await userEvent.click(await button('Switch to Zoë 花店'))
  await waitFor(() =>
    expect(props.onOtherBrand).toHaveBeenCalledExactlyOnceWith('b7', [chosen('orders.csv')]),
  )
  expect(session.cancel).toHaveBeenCalledOnce()
  expect(props.onClose).toHaveBeenCalledOnce()
  expect(services.api.releaseFiles).not.toHaveBeenCalled() // the other brand reads them
})

test('another shop is another reading; a first name is that of all unnamed files of the platform', async () => {
  const files = [chosen('orders.csv', 1), chosen('items.csv', 2), chosen('shopify.csv', 3)]
  const read = [
    readFile('orders.csv'),
    readFile('items.csv'),
    readFile('shopify.csv', { channel: 'shopify' }),
  ]
  const { session, services } = drawFlow({ props: { files }, preview: { files: read } })
  await userEvent.click(await button('Which shop is orders.csv from?'))
  await userEvent.type(await screen.findByRole('combobox'), 'Petal Prints{Enter}')
  await waitFor(() => expect(services.startImport).toHaveBeenCalledTimes(2))
  expect(session.cancel).toHaveBeenCalledOnce()
  const [orders = '', items = ''] = files.map(({ handle }) => handle)
  expect(vi.mocked(services.startImport).mock.lastCall?.[0].accounts).toEqual({
    [orders]: 'Petal Prints',
    [items]: 'Petal Prints',
  })
  expect(services.api.releaseFiles).not.toHaveBeenCalled()
})

test('an unusual encoding and separator are pointed out', async () => {
  drawFlow({ preview: { files: [readFile('orders.csv', { encoding: 'windows-1252', delimiter: '\t' })] } })
  expect(await screen.findByText(/Read as Windows-1252/)).toBeTruthy()
  expect(screen.getByText('Cells are separated by tabs.')).toBeTruthy()
})
