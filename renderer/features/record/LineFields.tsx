import { ActionIcon, Autocomplete, NumberInput, Select } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useTranslation } from 'react-i18next'
import { streams, type Stream } from '#shared/book/entry.ts'
import type { HandLine } from '#shared/handSale/handSale.ts'
import type { Product } from '#shared/product/product.ts'
import { MoneyInput } from '#ui/MoneyInput.tsx'
import classes from './record.module.css'

type Props = {
  readonly line: HandLine
  readonly number: number
  readonly currency: string
  readonly products: readonly Product[]
  readonly onChange: (line: HandLine) => void
  readonly onRemove: (() => void) | null
}

/** A product's name stands for the product, and brings its price where it is of this currency. */
export function withTitle(
  line: HandLine,
  title: string,
  products: readonly Product[],
  currency: string,
): HandLine {
  const product = products.find(({ name }) => name === title)
  const priceOf = (one: Product | undefined) => (one?.price?.currency === currency ? one.price.amount : null)
  const [price, before] = [priceOf(product), priceOf(products.find(({ id }) => id === line.product))]
  // a price that came with the product named before goes with it
  const isOwn = line.unitPrice >= 0 && line.unitPrice !== before
  return {
    ...line,
    title,
    product: product?.id ?? null,
    unitPrice: isOwn ? line.unitPrice : (price ?? -1),
  }
}

/** What was sold: a product or free words, how many, at which price, in which stream. */
export function LineFields({ line, number, currency, products, onChange, onRemove }: Props) {
  const { t } = useTranslation(['record', 'sales'])
  const named = (name: string) => t('ofLine', { name, number })
  return (
    <fieldset className={classes.line} aria-label={t('line', { number })}>
      <Autocomplete
        label={t('item')}
        aria-label={named(t('item'))}
        data={[...new Set(products.filter(({ archived }) => !archived).map(({ name }) => name))]}
        limit={50}
        value={line.title}
        comboboxProps={{ keepMounted: false }}
        onChange={(title) => onChange(withTitle(line, title, products, currency))}
      />
      <NumberInput
        label={t('quantity')}
        aria-label={named(t('quantity'))}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        value={line.quantity}
        onChange={(value) => onChange({ ...line, quantity: Number(value) || 0 })}
      />
      <MoneyInput
        label={t('price')}
        currency={currency}
        value={line.unitPrice < 0 ? null : line.unitPrice}
        onChange={(value) => onChange({ ...line, unitPrice: value ?? -1 })}
      />
      <MoneyInput
        label={t('discount')}
        currency={currency}
        value={line.discount === 0 ? null : line.discount}
        onChange={(value) => onChange({ ...line, discount: value ?? 0 })}
      />
      <Select
        label={t('stream')}
        aria-label={named(t('stream'))}
        placeholder={t('streamUsual')}
        data={streams
          .filter((one) => one !== '')
          .map((value) => ({ value, label: t(`sales:streams.${value}`) }))}
        value={line.stream === '' ? null : line.stream}
        clearable
        comboboxProps={{ keepMounted: false }}
        onChange={(stream) => onChange({ ...line, stream: (stream ?? '') as Stream })}
      />
      <ActionIcon
        className={classes.removeLine ?? ''}
        variant="subtle"
        color="gray"
        aria-label={t('removeLine', { number })}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
      >
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </fieldset>
  )
}
