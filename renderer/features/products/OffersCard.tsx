import { useState } from 'react'
import { Badge, Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OfferRow } from '#shared/book/partyQuestions.ts'
import { Card } from '#ui/Card.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ProductServices } from './productServices.ts'
import { useNames } from './useNames.ts'
import classes from './product.module.css'

type Props = { readonly book: ProductServices['book']; readonly productKey: string }

/** What the shops' catalogues say of a product in words. */
export function OffersCard({ book, productKey }: Props) {
  const { t } = useTranslation('products')
  const { answer } = useAnswer(book.subscribe, () => book.offersOf(productKey), productKey)
  const offers = answer?.filter(
    ({ description, image, tags }) => description !== '' || image !== '' || tags.length > 0,
  )
  if (!offers || offers.length === 0) return null
  return (
    <Card title={t('offers.title')} sub={t('offers.text')}>
      <ul className={classes.lines}>
        {offers.map((offer) => (
          <Offer key={`${offer.account} ${offer.origin.row}`} offer={offer} />
        ))}
      </ul>
    </Card>
  )
}

/** The rest is a click away. */
const shownLines = 8
const isLongText = (text: string): boolean => text.length > 700 || text.split('\n').length > shownLines

function Offer({ offer: { account, title, description, image, tags } }: { readonly offer: OfferRow }) {
  const { t } = useTranslation('products')
  const names = useNames()
  const [isOpen, setOpen] = useState(false)
  const isLong = isLongText(description)
  return (
    <li className={classes.offer}>
      <p className={classes.offerName}>
        <bdi>{title}</bdi> <span className={classes.quiet}>{names.shop(account)}</span>
      </p>
      {description !== '' && (
        <Text
          size="sm"
          className={classes.description ?? ''}
          {...(isLong && !isOpen ? { lineClamp: shownLines } : {})}
        >
          <bdi>{description}</bdi>
        </Text>
      )}
      {isLong && (
        <Button
          variant="subtle"
          size="compact-xs"
          ms={-8}
          className={classes.more ?? ''}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'offers.less' : 'offers.more')}
        </Button>
      )}
      {tags.length > 0 && (
        <p className={classes.offerTags}>
          {tags.map((tag) => (
            <Badge key={tag} variant="light" color="gray" radius="sm" tt="none" maw="100%">
              {tag}
            </Badge>
          ))}
        </p>
      )}
      {image !== '' && (
        <p className={classes.quiet}>
          {t('offers.image')} <bdi className={classes.address}>{image}</bdi>
        </p>
      )}
    </li>
  )
}
