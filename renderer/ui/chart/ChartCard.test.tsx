// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import ui from '#resources/locales/en/ui.json'
import { draw } from '#ui/table/inTests.tsx'
import { ChartCard } from './ChartCard.tsx'

afterEach(cleanup)
const table = { columns: [{ label: 'Month', numeric: false }], rows: [] }

test('figures of another period dim, say that they are out of date, and are not saved under the new one', async () => {
  const saved: unknown[] = []
  const card = (isBusy: boolean) => (
    <ChartCard
      title="Best days"
      table={table}
      height={100}
      isBusy={isBusy}
      onSave={(file) => saved.push(file)}
    >
      figures
    </ChartCard>
  )
  const { rerender } = draw(card(true), { ui })
  const region = screen.getByRole('region', { name: 'Best days' })
  expect(region.getAttribute('aria-busy')).toBe('true')
  await userEvent.click(screen.getByRole('button', { name: 'Save “Best days” as CSV' }))
  expect(saved).toEqual([])
  rerender(card(false))
  expect(region.getAttribute('aria-busy')).toBeNull()
})
