import { useTranslation } from 'react-i18next'
import {
  acceptListings,
  archiveProducts,
  assignListings,
  removeProducts,
  saveProduct,
  splitListing,
} from '#data/products.ts'
import type { ProductListing, ProductRow } from '#shared/book/partyQuestions.ts'
import { inOrder } from '#shared/product/mergeProducts.ts'
import type { Cost, Product } from '#shared/product/product.ts'
import type { ProductAnswer } from './askProduct.ts'
import type { ProductScreenProps } from './ProductScreen.tsx'
import { foundProduct } from './targets.ts'
import { useActs } from './useActs.ts'

type Parts = Pick<ProductScreenProps, 'services' | 'onBack' | 'onMoved'> & { readonly answer: ProductAnswer }

/** What can be done on a product's page. */
export function usePageActs({ services, answer, onBack, onMoved }: Parts) {
  const { t } = useTranslation('products')
  const act = useActs(services)
  const { db } = services
  const { row } = answer
  const one = { count: 1, number: '1' }
  const made = async (product: string | null) => {
    const changed = acceptListings(db, [{ ...foundProduct(row), product }])
    if (!(await act(changed, t('done.accepted', one)))) return
    const change = await changed
    const image = change.ok ? change.value?.images.find(({ table }) => table === 'products') : undefined
    if (image) onMoved(image.id)
  }
  return {
    accept: () => made(null),
    /** The found listing is this product. */
    assign: async ({ key, name }: ProductRow) => {
      const changed = assignListings(db, foundProduct(row).listings, key)
      if (await act(changed, t('done.assigned', { product: name }))) onMoved(key)
    },
    /** That found listing is this product. */
    add: (found: ProductRow) =>
      act(
        assignListings(db, foundProduct(found).listings, row.key),
        t('done.assigned', { product: row.name }),
      ),
    split: ({ ref, title, sku }: ProductListing, asProduct: boolean) => {
      const own = { name: title || sku || ref.key, sku, kind: row.kind || row.kindSold, listings: [ref] }
      return act(
        splitListing(db, row.key, ref, asProduct ? own : null),
        t(asProduct ? 'done.splitAs' : 'done.split'),
      )
    },
    addCost: (product: Product, cost: Cost) => {
      const others = product.costs.filter(({ from }) => from !== cost.from)
      const after = { ...product, costs: inOrder([...others, cost]) }
      return act(saveProduct(db, after), t('done.cost'))
    },
    removeCost: (product: Product, cost: Cost) =>
      act(
        saveProduct(db, { ...product, costs: product.costs.filter((other) => other !== cost) }),
        t('done.costRemoved'),
      ),
    archive: (archived: boolean) =>
      act(
        archiveProducts(db, { ids: [row.key], found: [] }, archived),
        t(archived ? 'done.archived' : 'done.unarchived', one),
      ),
    remove: async () => {
      if (await act(removeProducts(db, [row.key]), t('done.removed', one))) onBack()
    },
  }
}
