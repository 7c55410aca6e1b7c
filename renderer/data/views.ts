import { liveQuery } from 'dexie'
import type { ListView, Look, ViewStore } from '#shared/list/views.ts'
import { commit } from './commit.ts'
import type { BrandDatabase, View } from './database.ts'
import type { History } from './history.ts'
import { uuidv7 } from './uuid.ts'

/** The named views of a brand's lists. */
export const openViews =
  (db: BrandDatabase, history: History) =>
  (list: View['list']): ViewStore => {
    const all = async () => {
      const views = await db.views.filter((view) => view.list === list).toArray()
      return views.toSorted((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1))
    }
    const keep = async (name: string, views: readonly View[]) => {
      const { seq } = await commit(
        db,
        name,
        views.map((put) => ({ table: 'views', put })),
      )
      return () => history.undoStep(seq)
    }
    const changed = async (name: string, id: string, change: (view: View) => View) =>
      keep(
        name,
        (await all()).filter((view) => view.id === id).map((view) => change(view)),
      )
    return {
      read: async () => (await all()).map(asSeen),
      subscribe: (listener) => {
        const watched = liveQuery(() => db.views.toArray()).subscribe(() => listener())
        return () => watched.unsubscribe()
      },
      add: async (name, look) => {
        const others = await all()
        const id = uuidv7()
        const order = Math.max(-1, ...others.map((view) => view.order)) + 1
        const takeBack = await keep('save view', [
          { id, list, name, order, isDefault: false, ...plain(look) },
        ])
        return { id, takeBack }
      },
      rename: (id, name) => changed('rename view', id, (view) => ({ ...view, name })),
      replace: (id, look) =>
        changed('replace view', id, ({ columns: _before, ...view }) => ({ ...view, ...plain(look) })),
      open: async (id) => {
        const views = await all()
        const turned = views.filter((view) => view.isDefault !== (view.id === id))
        return keep(
          'choose view',
          turned.map((view) => ({ ...view, isDefault: view.id === id })),
        )
      },
      remove: async (id) => {
        const { seq } = await commit(db, 'remove view', [{ table: 'views', remove: id }])
        return () => history.undoStep(seq)
      },
    }
  }

const asSeen = ({ list: _list, order: _order, ...view }: View): ListView => view

/** Without what is not set. */
const plain = ({ search, columns }: Look): Pick<View, 'search' | 'columns'> => ({
  search: Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)),
  ...(columns === undefined ? {} : { columns }),
})
