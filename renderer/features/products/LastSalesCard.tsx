import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { unit } from '#shared/book/entry.ts'
import type { Filter, Report } from '#shared/book/questions.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import type { ProductServices } from './productServices.ts'
import { useNames } from './useNames.ts'
import classes from './product.module.css'

type Props = {
  readonly book: ProductServices['book']
  readonly filter: Filter
  readonly report: Report
  readonly onOpen: (sale: string) => void
  readonly onSeeAll: () => void
}
const most = 8

/** The last sales with this product; their amounts are the product's own. */
export function LastSalesCard({ book, filter, report, onOpen, onSeeAll }: Props) {
  const { t } = useTranslation('products')
  const format = useFormat()
  const names = useNames()
  const question = { filter, sort: { by: 'day', descending: true }, from: 0, count: most } as const
  const { answer } = useAnswer(
    book.subscribe,
    () => book.sales(question, report),
    JSON.stringify([question, report]),
  )
  return (
    <Card
      title={t('last.title')}
      actions={
        answer !== null &&
        answer.total > 0 && (
          <Button variant="default" size="compact-sm" onClick={onSeeAll}>
            {t('last.all', { count: answer.total, number: format.number(answer.total) })}
          </Button>
        )
      }
    >
      {answer?.total === 0 && (
        <Text size="sm" c="dimmed">
          {t('last.none')}
        </Text>
      )}
      <ul className={classes.lines}>
        {answer?.rows.map(({ key, day, label, buyer, channel, account, currency, measures }) => (
          <li key={key} className={classes.line}>
            <div className={classes.words}>
              <button type="button" className={classes.open} onClick={() => onOpen(key)}>
                {format.day(day)}
              </button>
              <p className={classes.quiet}>
                <bdi>
                  {[names.shop(`${channel}${unit}${account}`), label, buyer]
                    .filter((text) => text !== '')
                    .join(' · ')}
                </bdi>
              </p>
            </div>
            <div className={classes.lineFigures}>
              <div>{format.money(measures.gross, currency)}</div>
              <p className={classes.quiet}>
                {t('last.kept', { amount: format.money(measures.kept, currency) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
