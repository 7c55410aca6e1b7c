import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { decimalText } from '#shared/money/decimalText.ts'
import { ChartCard } from '#ui/chart/ChartCard.tsx'
import { ShareList } from '#ui/chart/ShareList.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { useAnswer } from '#ui/useAnswer.ts'
import { askParties } from './askParties.ts'
import type { CardProps } from './cardProps.ts'
import { partOf } from './figures.ts'
import { NoFigures } from './NoFigures.tsx'
import classes from './home.module.css'

type Props = CardProps & {
  readonly of: 'products' | 'clients'
  readonly onOpen: (key: string) => void
  readonly onAll: () => void
}
const height = 260
const words = {
  products: {
    all: 'top.allProducts',
    one: 'top.product',
    none: 'top.noProducts',
    text: 'top.noProductsText',
  },
  clients: { all: 'top.allClients', one: 'top.client', none: 'top.noClients', text: 'top.noClientsText' },
} as const

/** The five products or clients of which most was kept. */
export function TopCard({ services, of, currency, report, filter, onOpen, onAll, onSave }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const question = { of, by: 'kept', filter, report, currency } as const
  const { answer, fresh } = useAnswer(
    services.book.subscribe,
    (isWanted) =>
      services.book.unhurried(isWanted, async (book) => ({
        ...(await askParties(book, question)),
        currency,
      })),
    JSON.stringify(question),
  )
  if (answer === null) return <div className={classes.cardWaiting} />
  const title = t(`top.${of}`)
  const rows = answer.rows.map(({ key, name, figures }) => ({
    key,
    name: name === '' ? t('top.unnamed') : name,
    gross: figures.gross,
    kept: figures.kept,
    share: partOf(figures.kept, answer.kept),
  }))
  const table = {
    columns: [
      { label: t(words[of].one), numeric: false },
      { label: t('top.gross', { currency: answer.currency }), numeric: true },
      { label: t('top.kept', { currency: answer.currency }), numeric: true },
      { label: t('top.share'), numeric: true },
    ],
    rows: rows.map(({ key, name, gross, kept, share }) => ({
      key,
      cells: [
        name,
        format.amount(gross, answer.currency),
        format.amount(kept, answer.currency),
        share === null ? '' : format.percent(share),
      ],
      raw: [name, decimalText(gross, answer.currency), decimalText(kept, answer.currency), share ?? ''],
      onOpen: () => onOpen(key),
    })),
  }
  return (
    <ChartCard
      isBusy={!fresh}
      title={title}
      sub={t(`top.${of}Sub`)}
      height={height}
      table={table}
      onSave={(file) => onSave(title, file)}
      controls={
        <Button size="compact-sm" variant="default" fw={500} onClick={onAll}>
          {t(words[of].all)}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <NoFigures title={t(words[of].none)} text={t(words[of].text)} />
      ) : (
        <ShareList
          bars="each"
          label={title}
          items={rows.map(({ key, name, gross, kept, share }) => ({
            key,
            name,
            share,
            amount: format.amount(kept, answer.currency),
            sub: t('top.grossOf', { amount: format.amount(gross, answer.currency) }),
            colour: 'var(--app-accent-bar)',
            onOpen: () => onOpen(key),
          }))}
        />
      )}
    </ChartCard>
  )
}
