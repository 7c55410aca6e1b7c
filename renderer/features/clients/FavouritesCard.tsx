import { useTranslation } from 'react-i18next'
import type { ProductRow } from '#shared/book/partyQuestions.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ClientsServices } from './clientsServices.ts'
import classes from './clients.module.css'

type Book = ClientsServices['book']
type Props = {
  readonly book: Book
  readonly clientKey: string
  readonly onOpen: (product: string) => void
}
const most = 6

/** What a client bought most of. */
export function FavouritesCard({ book, clientKey, onOpen }: Props) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const { answer } = useAnswer(book.subscribe, () => favourites(book, clientKey), clientKey)
  if (answer === null || answer.length === 0) return null
  return (
    <Card title={t('favourites.title')}>
      <ul className={classes.favourites}>
        {answer.map(({ key, name, sku, units, sums }) => (
          <li key={key}>
            <button type="button" className={classes.open} onClick={() => onOpen(key)}>
              <bdi className={classes.title} title={name}>
                {name || sku || t('favourites.unnamed')}
              </bdi>
            </button>
            <span className={classes.amount}>
              {sums.map(({ currency, figures }) => (
                <span key={currency}>{format.money(figures.gross, currency)}</span>
              ))}
              <span className={classes.quiet}>
                {t('favourites.pieces', { count: units, number: format.number(units) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** By pieces; a product in two currencies is one. */
async function favourites(book: Book, client: string): Promise<readonly ProductRow[]> {
  const filter = { clients: [client] }
  const rows = await book.totals(filter, { by: 'product', bucket: 'none' }, {})
  const units = new Map<string, number>()
  for (const row of rows) if (row.key !== '') units.set(row.key, (units.get(row.key) ?? 0) + row.units)
  const keys = [...units].filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a)
  const found = await Promise.all(keys.slice(0, most).map(([key]) => book.product(key, filter, {})))
  return found.filter((row) => row !== null)
}
