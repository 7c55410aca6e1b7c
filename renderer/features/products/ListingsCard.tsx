import { useState } from 'react'
import { ActionIcon, Button, Menu, Text } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useTranslation } from 'react-i18next'
import type { ProductListing, ProductRow } from '#shared/book/partyQuestions.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { Amounts } from './Amounts.tsx'
import { ProductPick } from './ProductPick.tsx'
import type { ProductServices } from './productServices.ts'
import { useNames } from './useNames.ts'
import classes from './product.module.css'

type Props = {
  readonly book: ProductServices['book']
  readonly row: ProductRow
  readonly listings: readonly ProductListing[]
  readonly onSplit: (listing: ProductListing, asProduct: boolean) => void
  readonly onAdd: (found: ProductRow) => void
}

/** Where a product is listed, what each listing earned, and the ways to add one or to take one off. */
export function ListingsCard({ book, row, listings, onSplit, onAdd }: Props) {
  const { t } = useTranslation('products')
  const [isAdding, setAdding] = useState(false)
  return (
    <Card
      title={t('listings.title')}
      actions={
        row.isRecord && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-expanded={isAdding}
            onClick={() => setAdding(!isAdding)}
          >
            {t('listings.add')}
          </Button>
        )
      }
    >
      {isAdding && (
        <div className={classes.adding}>
          <ProductPick
            book={book}
            label={t('listings.addLabel')}
            placeholder={t('pick.placeholder')}
            show="found"
            onChoose={(found) => {
              setAdding(false)
              onAdd(found)
            }}
          />
        </div>
      )}
      {listings.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('listings.none')}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {listings.map((listing) => (
            <Listing
              key={`${listing.ref.account} ${listing.ref.key}`}
              listing={listing}
              onSplit={row.isRecord && listing.how === 'own' ? onSplit : null}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

type ListingProps = {
  readonly listing: ProductListing
  readonly onSplit: Props['onSplit'] | null
}

function Listing({ listing, onSplit }: ListingProps) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const { ref, title, sku, how, price, stock, units, sums } = listing
  const said = [
    names.shop(ref.account),
    numberOf(ref.key),
    sku,
    price === null ? '' : format.money(price.amount, price.currency),
    stock === null ? '' : t('listings.stock', { count: stock, number: format.number(stock) }),
    how === 'own' ? '' : t(`listings.how.${how}`),
  ]
  const name = title || sku || ref.key
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <p className={classes.lineName} title={name}>
          <bdi>{name}</bdi>
        </p>
        <p className={classes.quiet}>
          <bdi>{said.filter((text) => text !== '').join(' · ')}</bdi>
        </p>
      </div>
      <div className={classes.lineFigures}>
        <Amounts
          name="kept"
          sums={sums}
          currencies={sums.map(({ currency }) => currency)}
          format={format}
          named={sums.length > 0}
        />
        <p className={classes.quiet}>{t('pieces', { count: units, number: format.number(units) })}</p>
      </div>
      {onSplit !== null && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('listings.more', { name })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onSplit(listing, false)}>{t('listings.split')}</Menu.Item>
            <Menu.Item onClick={() => onSplit(listing, true)}>{t('listings.splitAs')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

/** The channel's own number of a listing; a SKU or a name as key is said already. */
const numberOf = (key: string): string => (key.startsWith('id:') ? key.slice(3) : '')
