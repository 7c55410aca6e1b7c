import { Anchor, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SaleDetail, SalePart } from '#shared/book/questions.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Figure, type FigureSource } from './Figure.tsx'
import classes from './sales.module.css'
import { useNames } from './useNames.ts'

/** What was sold: each line with its pieces and its price before discounts. */
type SaleLinesProps = FigureSource & {
  readonly sale: SaleDetail
  readonly onProduct: (key: string) => void
}

export function SaleLines({ sale, onProduct, ...source }: SaleLinesProps) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const lines = sale.parts.filter(({ kind }) => kind === 'line' || kind === 'giftCard')
  if (lines.length === 0) return null
  return (
    <section className={classes.section}>
      <Title order={3}>{t('detail.lines')}</Title>
      {lines.every(({ type }) => type === 'total') && (
        <Text size="xs" c="dimmed">
          {t('detail.noLines')}
        </Text>
      )}
      {lines.map((line, at) => (
        <Figure
          key={at}
          name={<LineName line={line} onProduct={onProduct} />}
          note={<LineNote line={line} />}
          amount={format.money(line.amount, line.currency)}
          origin={line.origin}
          {...source}
        />
      ))}
    </section>
  )
}

/** Leads to the product, or to the listing that belongs to none yet. */
function LineName({
  line,
  onProduct,
}: {
  readonly line: SalePart
  readonly onProduct: (key: string) => void
}) {
  const { t } = useTranslation('sales')
  const name = line.title || t(line.kind === 'giftCard' ? 'parts.giftCard' : 'parts.line')
  if (line.product === '') return name
  return (
    <Anchor component="button" inherit ta="start" onClick={() => onProduct(line.product)}>
      <bdi>{name}</bdi>
    </Anchor>
  )
}

function LineNote({ line }: { readonly line: SalePart }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const names = useNames()
  const number = format.number(line.quantity)
  const each =
    line.quantity > 0 && line.amount % line.quantity === 0
      ? format.money(line.amount / line.quantity, line.currency)
      : null
  const said = [
    each === null
      ? t('detail.pieces', { count: line.quantity, number })
      : t('detail.each', { number, price: each }),
    line.stream === '' ? '' : names.stream(line.stream),
    line.sku === '' ? '' : t('detail.sku', { sku: line.sku }),
  ]
  return <bdi>{said.filter((text) => text !== '').join(' · ')}</bdi>
}
