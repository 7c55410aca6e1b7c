import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { createProduct } from '#data/products.ts'
import type { BrandServices } from '#data/services.ts'
import { emptyDraft } from '#shared/product/newProduct.ts'
import { ok } from '#shared/result.ts'
import { keptPicture } from './pictureChoice.ts'
import { ProductForm } from './ProductForm.tsx'
import { useActs } from './useActs.ts'

type Props = {
  readonly services: Pick<BrandServices, 'db' | 'history'>
  readonly currency: string
  readonly tags: readonly string[]
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

/** A product that no import has found. */
export function NewProductDialog({ services, currency, tags, onClose, onMade }: Props) {
  const { t } = useTranslation('products')
  const act = useActs(services)
  return (
    <Modal
      opened
      size="lg"
      title={t('form.new')}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <ProductForm
        db={services.db}
        described={emptyDraft}
        draftName="new"
        image={null}
        currency={currency}
        tags={tags}
        saveName={t('form.make')}
        onCancel={onClose}
        onSave={async (described, choice) => {
          const { picture } = await keptPicture(choice, null)
          const made = await createProduct(services.db, { ...emptyDraft, ...described }, picture)
          const isMade = await act(
            Promise.resolve(made.ok ? ok(made.value.change) : made),
            t('done.made', { product: described.name }),
          )
          if (made.ok) onMade(made.value.product.id)
          return isMade
        }}
      />
    </Modal>
  )
}
