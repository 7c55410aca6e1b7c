import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChangeDialog } from './ChangeDialog.tsx'
import { ProductPick } from './ProductPick.tsx'
import type { ProductsServices } from './productsServices.ts'
import type { useProductActions } from './useProductActions.tsx'

type Props = {
  readonly acting: ReturnType<typeof useProductActions>
  readonly book: ProductsServices['book']
  readonly tags: readonly string[]
}

/** What an action has to ask before it changes anything. */
export function ProductDialogs({ acting, book, tags }: Props) {
  const { t } = useTranslation('products')
  const { dialog, closeDialog } = acting
  if (dialog === null) return null
  const { ask, target } = dialog
  if (ask === 'change') {
    return (
      <ChangeDialog
        count={target.count}
        tags={tags}
        onClose={closeDialog}
        onKeep={(words) => acting.change(target, words)}
      />
    )
  }
  return (
    <Modal
      opened
      title={t('assign.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={closeDialog}
    >
      <ProductPick
        book={book}
        label={t('assign.label')}
        placeholder={t('pick.placeholder')}
        show="records"
        onChoose={(product) => acting.assign(target, product)}
      />
    </Modal>
  )
}
