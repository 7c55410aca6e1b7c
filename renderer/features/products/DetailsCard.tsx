import type { ReactNode } from 'react'
import { Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Listed, ProductRow } from '#shared/book/partyQuestions.ts'
import { accountKey } from '#shared/book/entry.ts'
import type { Product } from '#shared/product/product.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useNames } from './useNames.ts'
import classes from './product.module.css'

type Props = {
  readonly row: ProductRow
  /** null for a listing that is no product yet. */
  readonly product: Product | null
}

/** What is known of a product apart from money. What only the channel's catalogue says stands in a lighter tone. */
export function DetailsCard({ row, product }: Props) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const { price, stock, priceFrom, stockFrom } = row
  const from = ({ channel, account }: Listed) =>
    t('details.from', { shop: names.shop(accountKey(channel, account)) })
  return (
    <Card title={t('details.title')}>
      <dl className={classes.details}>
        <Detail name={t('columns.kind')}>
          {row.kind === '' ? (
            <span className={classes.quiet}>{names.kind(row.kindSold)}</span>
          ) : (
            names.kind(row.kind)
          )}
        </Detail>
        <Detail name={t('columns.sku')}>{row.sku !== '' && <bdi>{row.sku}</bdi>}</Detail>
        <Detail name={t('columns.stream')}>{row.stream !== '' && names.stream(row.stream)}</Detail>
        <Detail name={t('columns.price')}>
          {price !== null && (
            <Said from={priceFrom && from(priceFrom)}>
              {priceFrom?.pricesDiffer
                ? t('details.atLeast', { price: format.money(price.amount, price.currency) })
                : format.money(price.amount, price.currency)}
            </Said>
          )}
        </Detail>
        <Detail name={t('columns.stock')}>
          {stock !== null && <Said from={stockFrom && from(stockFrom)}>{format.number(stock)}</Said>}
        </Detail>
        <Detail name={t('columns.tags')}>
          {row.tags.length > 0 &&
            row.tags.map((tag) => (
              <Badge key={tag} variant="light" color="gray" radius="sm" mr={4} tt="none">
                {tag}
              </Badge>
            ))}
        </Detail>
      </dl>
      {product !== null && product.note !== '' && (
        <Text size="sm" mt="sm" className={classes.note ?? ''}>
          {product.note}
        </Text>
      )}
    </Card>
  )
}

/** In a lighter tone where only a shop's catalogue says it. */
function Said({ from, children }: { readonly from: string | null; readonly children: ReactNode }) {
  if (from === null) return children
  return (
    <span className={classes.quiet}>
      {children} <span className={classes.small}>{from}</span>
    </span>
  )
}

function Detail({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <span className={classes.quiet}>–</span>}</dd>
    </div>
  )
}
