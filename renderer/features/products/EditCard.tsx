import { useTranslation } from 'react-i18next'
import { saveProduct } from '#data/products.ts'
import type { Product } from '#shared/product/product.ts'
import { Card } from '#ui/Card.tsx'
import { keptPicture } from './pictureChoice.ts'
import { ProductForm } from './ProductForm.tsx'
import type { ProductServices } from './productServices.ts'
import { useActs } from './useActs.ts'

type Props = {
  readonly services: ProductServices
  readonly product: Product
  readonly currency: string
  readonly tags: readonly string[]
  readonly onDone: () => void
}

/** The description of a product as a form, where it stood. */
export function EditCard({ services, product, currency, tags, onDone }: Props) {
  const { t } = useTranslation('products')
  const act = useActs(services)
  return (
    <Card title={t('details.title')}>
      <ProductForm
        db={services.db}
        described={product}
        draftName={product.id}
        image={product.image}
        currency={currency}
        tags={tags}
        saveName={t('form.save')}
        onCancel={onDone}
        onSave={async (described, choice) => {
          const { picture, image } = await keptPicture(choice, product.image)
          const after = { ...product, ...described, image }
          const isKept = await act(
            saveProduct(services.db, after, picture),
            t('done.saved', { product: described.name }),
          )
          if (isKept) onDone()
          return isKept
        }}
      />
    </Card>
  )
}
