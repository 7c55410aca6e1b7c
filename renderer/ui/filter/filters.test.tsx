// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import lists from '#resources/locales/en/lists.json'
import ui from '#resources/locales/en/ui.json'
import { draw } from '#ui/table/inTests.tsx'
import { AmountFilter, type AmountRange } from './AmountFilter.tsx'
import { ChoiceFilter } from './ChoiceFilter.tsx'
import { FilterBar } from './FilterBar.tsx'
import { useChips } from './FilterChips.tsx'
import { SearchField } from './SearchField.tsx'

afterEach(cleanup)
const tags = Array.from({ length: 40 }, (_, at) => ({
  value: `t${at}`,
  label: at === 7 ? 'Été' : `Tag ${at}`,
}))

function Tags({ chosen: first = [] }: { readonly chosen?: readonly string[] }) {
  const [chosen, setChosen] = useState<readonly string[]>(first)
  const choice = { name: 'Tag', options: tags, chosen, onChange: setChosen }
  const { choiceChips } = useChips()
  return (
    <FilterBar chips={choiceChips(choice)} onClear={() => setChosen([])}>
      <ChoiceFilter {...choice} />
    </FilterBar>
  )
}

test('a long list of choices is searched without minding accents, and what is chosen can be taken away', async () => {
  draw(<Tags />, { lists })
  expect(screen.queryByRole('group', { name: 'Active filters' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Tag' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Find: Tag' }), 'ete')
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Été' }))
  expect(screen.queryByRole('checkbox', { name: 'Tag 1' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Remove the filter Tag: Été', hidden: true }))
  expect(screen.queryByRole('group', { name: 'Active filters', hidden: true })).toBeNull()
})

test('many of one kind are told by their number, and all go at once', async () => {
  draw(<Tags chosen={['t1', 't2', 't3', 't4', 't5']} />, { lists })
  expect(screen.getByRole('button', { name: 'Remove the filter Tag: 5 chosen' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(screen.queryByRole('group', { name: 'Active filters' })).toBeNull()
})

test('amounts typed the wrong way round are put right', async () => {
  const onChange = vi.fn((_range: AmountRange, _currency: string) => {})
  draw(<AmountFilter name="Amount" currency="USD" range={{}} onChange={onChange} />, { lists, ui })
  await userEvent.click(screen.getByRole('button', { name: 'Amount' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'At least' }), '50')
  await userEvent.type(screen.getByRole('textbox', { name: 'At most' }), '12.5')
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }))
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ from: 1250, to: 5000 }, 'USD')
})

test('amounts can be asked for in another currency', async () => {
  const onChange = vi.fn((_range: AmountRange, _currency: string) => {})
  const currencies = ['EUR', 'JPY', 'USD']
  draw(<AmountFilter name="Amount" currency="USD" currencies={currencies} range={{}} onChange={onChange} />, {
    lists,
    ui,
  })
  await userEvent.click(screen.getByRole('button', { name: 'Amount' }))
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Currency' }), 'JPY')
  await userEvent.type(screen.getByRole('textbox', { name: 'At least' }), '1200')
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }))
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ from: 1200, to: undefined }, 'JPY')
})

test('the arrow down goes from the search into the list', async () => {
  const onLeave = vi.fn()
  draw(<SearchField label="Search" text="mug" onChange={() => {}} onLeave={onLeave} />, { lists })
  await userEvent.type(screen.getByRole('textbox', { name: 'Search' }), '{ArrowDown}')
  expect(onLeave).toHaveBeenCalledOnce()
})

test('Escape empties the search before it does anything else', async () => {
  const onChange = vi.fn()
  const outside = vi.fn()
  draw(<SearchField label="Search" text="mug" onChange={onChange} />, { lists })
  document.addEventListener('keydown', outside)
  await userEvent.type(screen.getByRole('textbox', { name: 'Search' }), '{Escape}')
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledExactlyOnceWith(''))
  expect(outside).not.toHaveBeenCalled()
  document.removeEventListener('keydown', outside)
})
