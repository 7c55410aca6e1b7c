// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { BrandDatabase } from '#data/database.ts'
import products from '#resources/locales/en/products.json'
import ui from '#resources/locales/en/ui.json'
import type { Cost } from '#shared/product/product.ts'
import { DraftsContext, memoryDrafts, type Drafts } from '#ui/draft/drafts.ts'
import { draw } from '#ui/table/inTests.tsx'
import { CostsCard } from './CostsCard.tsx'

afterEach(cleanup)

function drawCosts(drafts: Drafts, product = 'p1') {
  const onAdd = vi.fn((_cost: Cost) => Promise.resolve(true))
  draw(
    <DraftsContext value={drafts}>
      <CostsCard
        db={new BrandDatabase(crypto.randomUUID())}
        product={product}
        costs={[]}
        listings={[]}
        currency="USD"
        today="2024-03-30"
        onAdd={onAdd}
        onRemove={() => {}}
      />
    </DraftsContext>,
    { products, ui },
  )
  return onAdd
}
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: products.costs.amount })

test('a cost that was typed and not added is there again on its product alone, until it is added', async () => {
  const drafts = memoryDrafts()
  drawCosts(drafts)
  await userEvent.type(field(), '4')
  cleanup()
  drawCosts(drafts, 'p2')
  expect(field().value).toBe('')
  cleanup()
  const onAdd = drawCosts(drafts)
  expect(screen.getByText(ui.draft.kept)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: products.costs.add }))
  expect(onAdd).toHaveBeenCalledExactlyOnceWith({ currency: 'USD', amount: 400, from: '' })
  await waitFor(() => expect(field().value).toBe(''))
  expect(screen.queryByText(ui.draft.kept)).toBeNull()
  cleanup()
  drawCosts(drafts)
  expect(field().value).toBe('')
  expect(screen.queryByText(ui.draft.kept)).toBeNull()
})
