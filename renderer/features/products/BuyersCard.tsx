import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Filter, Report } from '#shared/book/questions.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { Amounts } from './Amounts.tsx'
import type { ProductServices } from './productServices.ts'
import classes from './product.module.css'

type Props = {
  readonly book: ProductServices['book']
  /** The product's, in the period that is shown. */
  readonly filter: Filter
  readonly report: Report
  readonly onOpen: (client: string) => void
}
const most = 6

/** Who brought most with this product. */
export function BuyersCard({ book, filter, report, onOpen }: Props) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const question = {
    filter,
    sort: { by: 'gross', descending: true },
    from: 0,
    count: most,
  } as const
  const { answer } = useAnswer(
    book.subscribe,
    () => book.clients(question, report),
    JSON.stringify([question, report]),
  )
  return (
    <Card
      title={t('buyers.title')}
      sub={
        answer === null
          ? ' '
          : t('buyers.count', { count: answer.total, number: format.number(answer.total) })
      }
    >
      {answer?.total === 0 && (
        <Text size="sm" c="dimmed">
          {t('buyers.none')}
        </Text>
      )}
      <ul className={classes.lines}>
        {answer?.rows.map(({ key, name, sales, sums }) => (
          <li key={key} className={classes.line}>
            <div className={classes.words}>
              <button type="button" className={classes.open} onClick={() => onOpen(key)}>
                <bdi>{name || t('buyers.unnamed')}</bdi>
              </button>
              <p className={classes.quiet}>{t('salesOf', { count: sales, number: format.number(sales) })}</p>
            </div>
            <div className={classes.lineFigures}>
              <Amounts
                name="gross"
                sums={sums}
                currencies={sums.map(({ currency }) => currency)}
                format={format}
                named
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
