import { vi } from 'vitest'
import type { ViewStore } from '#shared/list/views.ts'
import type { SheetRequest } from '#shared/sheet/sheetRequest.ts'

const takeBack = () => Promise.resolve()

/** A list that has no views and where nobody makes one. */
const noViews: ViewStore = {
  read: () => Promise.resolve([]),
  subscribe: () => () => {},
  add: () => Promise.resolve({ id: '1', takeBack }),
  rename: () => Promise.resolve(takeBack),
  replace: () => Promise.resolve(takeBack),
  open: () => Promise.resolve(takeBack),
  remove: () => Promise.resolve(takeBack),
}
const nothing = () => Promise.resolve(null)

/** What every list screen acts with, where it is all about what is asked and shown. */
export const plainServices = () => ({
  today: () => '2024-03-30',
  views: () => noViews,
  history: {
    undo: nothing,
    redo: nothing,
    undoStep: nothing,
    state: () => ({ undo: null, redo: null }),
    subscribe: () => () => {},
  },
  saveSheet: vi.fn((_request: SheetRequest) =>
    Promise.resolve({ ok: true as const, value: { name: 'Saved.xlsx' } }),
  ),
})
