import { Button, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ContactRow } from '#shared/book/partyQuestions.ts'
import type { Client, ClientNote } from '#shared/client/client.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { ClientsServices } from './clientsServices.ts'
import { HappenedLine } from './HappenedLine.tsx'
import { NoteForm } from './NoteForm.tsx'
import { shownSales, useHappened } from './useHappened.ts'
import classes from './clients.module.css'

type Props = {
  readonly services: ClientsServices
  readonly clientKey: string
  /** null for a buyer of whom there is no record. */
  readonly record: Client | null
  readonly stated: readonly ContactRow[]
  /** Answers whether it was kept. */
  readonly onNote: (text: string) => Promise<boolean>
  readonly onRemoveNote: (client: Client, note: ClientNote) => void
  readonly onSeeSale: (key: string) => void
  readonly onSeeAll: () => void
  readonly onSeeImports: () => void
}

/** What happened with a client, the newest first, year by year. */
export function ClientTimeline(props: Props) {
  const { clientKey, record, onNote, onRemoveNote, onSeeSale, onSeeAll, onSeeImports } = props
  const { t } = useTranslation('clients')
  const format = useFormat()
  const happened = useHappened(props)
  const total = happened?.sales.total ?? 0
  const years = [...new Set(happened?.all.map(({ day }) => day.slice(0, 4)))]
  return (
    <Card
      title={t('timeline.title')}
      actions={
        total > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={onSeeAll}>
            {t('timeline.all', { count: total, number: format.number(total) })}
          </Button>
        )
      }
    >
      <NoteForm clientKey={clientKey} onNote={onNote} />
      {happened === null && <Skeleton h={160} />}
      {happened?.all.length === 0 && <p className={classes.quiet}>{t('timeline.none')}</p>}
      {years.map((year) => (
        <section key={year} aria-label={year}>
          <h3 className={classes.year}>{year}</h3>
          <ol className={classes.timeline}>
            {happened?.all
              .filter(({ day }) => day.startsWith(year))
              .map((one, at) => (
                <HappenedLine
                  key={`${one.day} ${one.what} ${at}`}
                  happened={one}
                  details={happened.details}
                  onSeeSale={onSeeSale}
                  onSeeImports={onSeeImports}
                  onRemoveNote={(note) => record && onRemoveNote(record, note)}
                />
              ))}
          </ol>
        </section>
      ))}
      {total > shownSales && (
        <p className={classes.quiet}>{t('timeline.older', { number: format.number(total - shownSales) })}</p>
      )}
    </Card>
  )
}
