// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Notifications, notifications } from '@mantine/notifications'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import record from '#resources/locales/en/record.json'
import sales from '#resources/locales/en/sales.json'
import ui from '#resources/locales/en/ui.json'
import type { ClientsAnswer, ClientsQuestion } from '#shared/book/partyQuestions.ts'
import { createFormat } from '#ui/format/format.ts'
import { FormatContext } from '#ui/format/FormatContext.tsx'
import { draw } from '#ui/table/inTests.tsx'
import { RecordScreen } from './RecordScreen.tsx'

afterEach(() => {
  cleanup()
  act(() => notifications.clean())
})

function open() {
  const db = new BrandDatabase(crypto.randomUUID())
  const none = async () => null
  const history = {
    ...{ undo: none, redo: none, undoStep: none, subscribe: () => () => {} },
    state: () => ({ undo: null, redo: null }),
  }
  const clients = vi.fn((_question: ClientsQuestion): Promise<ClientsAnswer> =>
    Promise.resolve({ total: 0, rows: [], sums: [] }),
  )
  const book = { clients, tags: () => Promise.resolve(['fair']), subscribe: () => () => {} }
  const onDone = vi.fn()
  draw(
    <FormatContext value={createFormat('en-US')}>
      <RecordScreen
        services={{ db, book, history, today: () => '2024-04-02' }}
        currency="EUR"
        id={null}
        onDone={onDone}
        onGone={() => {}}
      />
      <Notifications />
    </FormatContext>,
    { record, sales, ui },
  )
  return { db, clients, onDone, user: userEvent.setup() }
}

/** The form that is seen: the other one waits, hidden. */
const form = (button: RegExp) => {
  const found = screen.getByRole('button', { name: button, hidden: true }).closest('form')
  if (!found) throw new Error('no form')
  return within(found)
}

const fields = ['Discount', 'Shipping', 'Tip', 'Fee', 'Tax', 'Given back'] as const
const labels = {
  Discount: record.discount,
  Shipping: record.shipping,
  Tip: record.tip,
  Fee: record.fee,
  Tax: record.tax,
  'Given back': record.refund,
}

test.each(fields)('%s that cannot be read keeps the sale from being saved, and says why', async (name) => {
  const { db, onDone, user } = open()
  const one = form(/^Save the sale$/)
  await user.type(one.getByRole('combobox', { name: /Product or words/ }), 'Mug')
  await user.type(one.getByRole('textbox', { name: record.price }), '20')
  const field = one.getByRole('textbox', { name: labels[name] })
  await user.type(field, '12,,5')
  await user.click(one.getByRole('button', { name: 'Save and another' }))
  await user.click(one.getByRole('button', { name: 'Save the sale' }))
  expect(await db.handSales.count()).toBe(0)
  expect(onDone).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(field)
  expect(one.getByText(/Type an amount like/)).toBeTruthy()
  await user.clear(field)
  await user.click(one.getByRole('button', { name: 'Save the sale' }))
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  expect(await db.handSales.toArray()).toMatchObject([{ lines: [{ unitPrice: 2000, discount: 0 }], tip: 0 }])
})

test('neither is a row of the quick list saved with a fee that cannot be read', async () => {
  const { db, user } = open()
  const grid = form(/^Save 0 sales/)
  await user.click(screen.getByRole('radio', { name: 'Several at once' }))
  await user.type(grid.getByRole('combobox', { name: 'Product or words, row 1' }), 'Mug')
  await user.type(grid.getByRole('textbox', { name: `${record.price}, row 1` }), '20')
  await user.type(grid.getByRole('textbox', { name: 'Fee, row 1' }), '1.2.3,4')
  await user.click(grid.getByRole('button', { name: 'Save 1 sale' }))
  expect(await db.handSales.count()).toBe(0)
  expect(grid.getByText(/Type an amount like/)).toBeTruthy()
  await user.clear(grid.getByRole('textbox', { name: 'Fee, row 1' }))
  await user.type(grid.getByRole('textbox', { name: 'Fee, row 1' }), '1.20')
  await user.click(grid.getByRole('button', { name: 'Save 1 sale' }))
  await waitFor(async () => expect(await db.handSales.toArray()).toMatchObject([{ fees: [{ amount: 120 }] }]))
})

test('a client is looked for by a part of the name, and only those somebody wrote down', async () => {
  const { db, clients, user } = open()
  const ana = {
    ...{ key: 'c1', isRecord: true, name: 'Ana Quill', kind: 'person' as const, mail: '', country: '' },
    ...{ channels: [], circles: [], tags: [], followUp: '', sales: 0, first: '', last: '', sums: [] },
  }
  clients.mockImplementation(({ text }) => {
    const rows = text === '' || /^ana/i.test(text ?? '') ? [ana] : []
    return Promise.resolve({ total: rows.length, rows, sums: [] })
  })
  const one = form(/^Save the sale$/)
  await user.type(one.getByRole('combobox', { name: record.client }), 'zoe')
  expect(await screen.findByText(record.noClient)).toBeTruthy()
  await user.clear(one.getByRole('combobox', { name: record.client }))
  await user.type(one.getByRole('combobox', { name: record.client }), 'ana')
  await user.click(await screen.findByRole('option', { name: 'Ana Quill' }))
  expect(clients).toHaveBeenCalledWith(expect.objectContaining({ text: 'ana', show: 'records' }), {})
  expect(one.queryByRole('textbox', { name: record.buyer })).toBeNull()
  await user.type(one.getByRole('combobox', { name: /Product or words/ }), 'Mug')
  await user.type(one.getByRole('textbox', { name: record.price }), '20')
  await user.click(one.getByRole('button', { name: 'Save the sale' }))
  await waitFor(async () => expect(await db.handSales.count()).toBe(1))
  expect(await db.handSales.toCollection().first()).toMatchObject({ client: 'c1', buyerName: 'Ana Quill' })
})
