import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Changed } from '#data/products.ts'
import type { BrandServices } from '#data/services.ts'
import { showUndo } from '#ui/showUndo.tsx'

/** Does what is asked and says so with a way back; answers whether it was done. */
export function useActs({ history }: Pick<BrandServices, 'history'>) {
  const { t } = useTranslation('products')
  return async (change: Promise<Changed>, message: string): Promise<boolean> => {
    const changed = await change
    if (!changed.ok) notifications.show({ color: 'red', message: t(`failed.${changed.error.code}`) })
    else if (changed.value !== null) {
      const { seq } = changed.value
      showUndo({ id: 'product', message, undo: t('undo'), onUndo: () => void history.undoStep(seq) })
    }
    return changed.ok
  }
}
