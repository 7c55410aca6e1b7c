// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import app from '#resources/locales/en/app.json'
import type { Api, ChosenFile } from '#shared/ipc/contract.ts'
import { draw } from '#ui/table/inTests.tsx'
import { DropOverlay } from './DropOverlay.tsx'

afterEach(cleanup)

const file: ChosenFile = { handle: '0'.repeat(32), name: 'orders.csv', size: 5 }
const dropped = [new File(['a,b'], 'orders.csv')]

function open(disabled = false) {
  const taken: (readonly ChosenFile[])[] = []
  const acceptDropped: Api['acceptDropped'] = async () => ({ ok: true, files: [file], refused: [] })
  draw(
    <DropOverlay
      api={{ acceptDropped }}
      brand="Juniper & Clay"
      disabled={disabled}
      onFiles={(files) => taken.push(files)}
    />,
    { app },
  )
  return taken
}
const drag = (type: 'dragEnter' | 'dragLeave' | 'drop', types = ['Files']) =>
  fireEvent[type](window, { dataTransfer: { types, files: dropped } })

test('files over the window are told where they will go, and go there', async () => {
  const taken = open()
  drag('dragEnter')
  expect(await screen.findByText('Drop to import into Juniper & Clay')).toBeDefined()
  drag('drop')
  await waitFor(() => expect(taken).toEqual([[file]]))
  expect(screen.queryByText(/Drop to import/)).toBeNull()
})

test('passing over the parts of a page is one visit', async () => {
  open()
  drag('dragEnter')
  drag('dragEnter')
  drag('dragLeave')
  expect(await screen.findByText(/Drop to import/)).toBeDefined()
  drag('dragLeave')
  await waitFor(() => expect(screen.queryByText(/Drop to import/)).toBeNull())
})

test('a piece of text is not a file', () => {
  open()
  drag('dragEnter', ['text/plain'])
  expect(screen.queryByText(/Drop to import/)).toBeNull()
})

test('while an import is open, nothing else is taken', () => {
  const taken = open(true)
  drag('dragEnter')
  drag('drop')
  expect(taken).toEqual([])
})
