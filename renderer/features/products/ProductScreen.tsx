import { Button, Group, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLiveQuery } from 'dexie-react-hooks'
import { listRates } from '#data/rates.ts'
import type { Filter, Rate } from '#shared/book/questions.ts'
import { Gone } from '#ui/Gone.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { askProduct, currenciesOfProduct } from './askProduct.ts'
import { OpenedProduct } from './OpenedProduct.tsx'
import type { ProductSearch } from './productSearch.ts'
import type { ProductServices } from './productServices.ts'

export type ProductScreenProps = {
  readonly services: ProductServices
  /** Id of a product, or `account␟key` of a listing that belongs to none. */
  readonly productKey: string
  /** The brand's own currency. */
  readonly currency: string
  readonly search: ProductSearch
  readonly onSearch: (search: ProductSearch) => void
  readonly onSeeSales: (filter: Filter & { readonly sale?: string }) => void
  readonly onSeeClient: (key: string) => void
  readonly onBack: () => void
  /** Goes elsewhere at once where the product is gone. */
  readonly onGone?: (() => void) | undefined
  /** The product is known by another key from now on. */
  readonly onMoved: (key: string) => void
}

/** One product: what it is, where it is listed, what it earns and who buys it. */
export function ProductScreen(props: ProductScreenProps) {
  const { t } = useTranslation('products')
  const { services, productKey, search } = props
  const { book, db } = services
  const rates = useLiveQuery(() => listRates(db), [db])
  const known = useAnswer(
    book.subscribe,
    async () => ({ key: productKey, currencies: await currenciesOfProduct(book, productKey) }),
    productKey,
  ).answer
  const currencies = known?.key === productKey ? known.currencies : null
  const asked = currencies && rates && askedOf(props, currencies, rates)
  const { answer } = useAnswer(
    book.subscribe,
    async () => asked && { asked, product: await askProduct(book, asked) },
    JSON.stringify(asked),
  )
  if (!answer || answer.asked.key !== productKey) {
    return (
      <Page title={<Skeleton h={30} w={260} />}>
        <Skeleton h={92} mb="md" />
        <Skeleton h={320} />
      </Page>
    )
  }
  if (answer.product === null) {
    return (
      <Gone onGone={props.onGone}>
        <Page title={t('gone.title')}>
          <Note tone="plain">{t('gone.text')}</Note>
          <Group mt="md">
            <Button onClick={props.onBack}>{t('gone.back')}</Button>
          </Group>
        </Page>
      </Gone>
    )
  }
  return (
    <OpenedProduct
      key={productKey}
      {...props}
      search={search}
      asked={answer.asked}
      answer={answer.product}
      currencies={currencies ?? []}
      rates={rates ?? []}
    />
  )
}

function askedOf(
  { productKey, currency: own, search }: ProductScreenProps,
  currencies: readonly string[],
  rates: readonly Rate[],
) {
  const wanted = currencies.find((code) => code === search.currency)
  // a product sold in two currencies is still one product: all its income is shown until the person chooses
  const together = wanted === undefined && currencies.length > 1
  const currency = wanted ?? (together ? own : (currencies[0] ?? own))
  return {
    key: productKey,
    filter: {
      ...(search.from === undefined ? {} : { from: search.from }),
      ...(search.to === undefined ? {} : { to: search.to }),
    },
    currency,
    report: together ? { currency, rates: rates.map(plainRate) } : {},
  }
}

const plainRate = ({ from, to, day, rate }: Rate): Rate => ({ from, to, day, rate })
