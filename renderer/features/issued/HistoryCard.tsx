import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { historyOf, type Happened } from './historyOf.ts'
import type { Opened } from './issuedServices.ts'
import classes from './issued.module.css'

type Props = { readonly opened: Opened; readonly onDocument: (id: string) => void }

/** What happened with a document, the newest first. */
export function HistoryCard({ opened, onDocument }: Props) {
  const { t } = useTranslation('issued')
  const format = useFormat()
  const { currency } = opened.document.content
  const say = (happened: Happened) =>
    t(`history.${happened.what}`, {
      amount: happened.amount === undefined ? '' : format.money(happened.amount, currency),
      number: happened.number ?? '',
      level: happened.level ?? 0,
    })
  return (
    <Card title={t('history.title')}>
      <ol className={classes.list}>
        {historyOf(opened).map((happened, at) => {
          const { day, what, document } = happened
          return (
            <li key={`${what} ${at}`}>
              <span>
                {document === undefined ? (
                  say(happened)
                ) : (
                  <Anchor component="button" type="button" size="sm" onClick={() => onDocument(document)}>
                    {say(happened)}
                  </Anchor>
                )}
              </span>
              <span className={classes.day}>{day === '' ? t('history.draft') : format.day(day)}</span>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
