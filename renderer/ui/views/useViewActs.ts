import { useTranslation } from 'react-i18next'
import type { ListView, Look, TakeBack, ViewStore } from '#shared/list/views.ts'
import { showUndo } from '#ui/showUndo.tsx'

/** Changes views and says so, each with a way back. */
export function useViewActs(store: ViewStore) {
  const { t } = useTranslation('lists')
  const tell = (message: string, takeBack: TakeBack) =>
    showUndo({ id: 'view', message, undo: t('views.undo'), onUndo: () => void takeBack() })
  return {
    add: async (name: string, look: Look) => {
      const { id, takeBack } = await store.add(name, look)
      tell(t('views.saved', { name }), takeBack)
      return id
    },
    replace: async ({ id, name }: ListView, look: Look) =>
      tell(t('views.replaced', { name }), await store.replace(id, look)),
    rename: async ({ id }: ListView, name: string) =>
      tell(t('views.renamed', { name }), await store.rename(id, name)),
    /** The view the list opens with; null: none. */
    choose: async (view: ListView | null) =>
      tell(
        view === null ? t('views.unchosen') : t('views.chosen', { name: view.name }),
        await store.open(view?.id ?? null),
      ),
    remove: async ({ id, name }: ListView) => tell(t('views.deleted', { name }), await store.remove(id)),
  }
}
