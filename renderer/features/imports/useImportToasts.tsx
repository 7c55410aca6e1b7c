import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { ImportServices } from './importServices.ts'

/** Undo and redo of a whole import; each is reported by a toast that offers the other. */
export function useImportToasts(services: Pick<ImportServices, 'undoImport' | 'redoImport'>) {
  const { t } = useTranslation('imports')
  const show = (
    id: string,
    message: string,
    action?: { readonly name: string; readonly run: () => void },
  ) => {
    notifications.hide(id)
    notifications.show({
      id,
      autoClose: 20_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          {action !== undefined && (
            <Button variant="light" size="compact-sm" onClick={action.run} style={{ flex: 'none' }}>
              {action.name}
            </Button>
          )}
        </Group>
      ),
    })
  }
  const fail = (code: 'storage-failed' | 'swept') =>
    notifications.show({ color: 'red', message: t(code === 'swept' ? 'toast.swept' : 'toast.failed') })

  const undo = async (importId: string) => {
    const undone = await services.undoImport(importId)
    if (!undone.ok) return fail(undone.error.code)
    show(importId, t('toast.undone'), { name: t('toast.redo'), run: () => void redo(importId) })
  }
  const redo = async (importId: string) => {
    const redone = await services.redoImport(importId)
    if (!redone.ok) return fail(redone.error.code)
    show(importId, t('toast.redone'), { name: t('toast.undo'), run: () => void undo(importId) })
  }
  return {
    undo: (importId: string) => void undo(importId),
    redo: (importId: string) => void redo(importId),
    imported: (importId: string, brand: string, onUndo: () => void) =>
      show(importId, t('toast.imported', { brand }), {
        name: t('toast.undo'),
        run: () => {
          onUndo()
          void undo(importId)
        },
      }),
  }
}
