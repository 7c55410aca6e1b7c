// @vitest-environment happy-dom
import { Notifications } from '@mantine/notifications'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import lists from '#resources/locales/en/lists.json'
import type { ListView, Look, ViewStore } from '#shared/list/views.ts'
import { draw } from '#ui/table/inTests.tsx'
import { ViewsMenu } from './ViewsMenu.tsx'

afterEach(cleanup)

/** Views in memory, each change of them with a way back. */
function memoryStore(): ViewStore {
  let views: readonly ListView[] = []
  const listeners = new Set<() => void>()
  const put = (next: readonly ListView[]) => {
    const before = views
    const show = (shown: readonly ListView[]) => {
      views = shown
      for (const listener of listeners) listener()
    }
    show(next)
    return () => Promise.resolve(show(before))
  }
  const turn = (id: string, part: Partial<ListView>) =>
    Promise.resolve(put(views.map((view) => (view.id === id ? { ...view, ...part } : view))))
  return {
    read: () => Promise.resolve(views),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (name, look) => {
      const id = `v${views.length}`
      return Promise.resolve({ id, takeBack: put([...views, { id, name, isDefault: false, ...look }]) })
    },
    rename: (id, name) => turn(id, { name }),
    replace: (id, look) => turn(id, look),
    open: (id) => Promise.resolve(put(views.map((view) => ({ ...view, isDefault: view.id === id })))),
    remove: (id) => Promise.resolve(put(views.filter((view) => view.id !== id))),
  }
}

function drawMenu() {
  const store = memoryStore()
  function Screen() {
    const [look, setLook] = useState<Look>({ search: { text: 'mug' } })
    const [current, setCurrent] = useState<string>()
    return (
      <>
        <Notifications />
        <ViewsMenu
          store={store}
          current={current}
          look={look}
          onSaved={setCurrent}
          onOpen={(view) => {
            setCurrent(view?.id)
            setLook({ search: view?.search ?? {} })
          }}
        />
        <button onClick={() => setLook({ search: { text: 'bowl' } })}>Filter</button>
        <output>{String(look.search['text'])}</output>
      </>
    )
  }
  draw(<Screen />, { lists })
  return { store, user: userEvent.setup() }
}
const button = (name: string | RegExp) => screen.findByRole('button', { name })

async function save(user: ReturnType<typeof userEvent.setup>, name: string) {
  await user.click(await button(/^View/))
  await user.type(await screen.findByRole('textbox', { name: 'Save as a new view' }), `${name}{Enter}`)
  await screen.findByRole('button', { name: `View: ${name}` })
}

test('what is shown is kept under a name and comes back with a click', async () => {
  const { user } = drawMenu()
  await save(user, 'Mugs')
  await user.click(await button('Filter'))
  expect(await button('View: Mugs, changed')).toBeTruthy()
  await user.click(await button('View: Mugs, changed'))
  await user.click(await button('Mugs'))
  expect(screen.getByRole('status').textContent).toBe('mug')
  expect(await button('View: Mugs')).toBeTruthy()
})

test('a changed view is kept as it is now', async () => {
  const { store, user } = drawMenu()
  await save(user, 'Mugs')
  await user.click(await button('Filter'))
  await user.click(await button('View: Mugs, changed'))
  await user.click(await button('Save the changes to “Mugs”'))
  await waitFor(async () => expect((await store.read())[0]?.search).toEqual({ text: 'bowl' }))
})

test('a view is renamed, made the one the list opens with, and deleted, each with a way back', async () => {
  const { store, user } = drawMenu()
  await save(user, 'Mugs')
  await user.click(await button('View: Mugs'))
  await user.click(await button('More on Mugs'))
  await user.click(await button('Rename'))
  const field = await screen.findByRole('textbox', { name: 'Name of the view' })
  await user.clear(field)
  await user.type(field, 'Cups{Enter}')
  await user.click(await button('More on Cups'))
  await user.click(await button('Open with it'))
  expect(await screen.findByRole('img', { name: 'The list opens with it' })).toBeTruthy()
  await user.click(await button('More on Cups'))
  await user.click(await button('Delete'))
  expect(await screen.findByText('View “Cups” deleted.')).toBeTruthy()
  await user.click(await button('Undo'))
  await waitFor(async () => expect((await store.read()).map(({ name }) => name)).toEqual(['Cups']))
})
