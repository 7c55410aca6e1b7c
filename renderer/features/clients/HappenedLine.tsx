import type { ReactNode } from 'react'
import { ActionIcon } from '@mantine/core'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { useTranslation } from 'react-i18next'
import type { SaleDetail, SaleRow } from '#shared/book/questions.ts'
import type { ClientNote } from '#shared/client/client.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import { hasUndated, type Happened } from './happened.ts'
import { useClientNames } from './useClientNames.ts'
import classes from './clients.module.css'

type Props = {
  readonly happened: Happened
  readonly details: ReadonlyMap<string, SaleDetail>
  readonly onSeeSale: (key: string) => void
  readonly onSeeImports: () => void
  readonly onRemoveNote: (note: ClientNote) => void
}

export function HappenedLine({ happened, details, onSeeSale, onSeeImports, onRemoveNote }: Props) {
  const { t } = useTranslation('clients')
  const format = useFormat()
  const titleOf = useSaleTitle()
  const { day } = happened
  switch (happened.what) {
    case 'sale':
      return (
        <SaleLine
          {...happened}
          undated={hasUndated(details.get(happened.sale.key))}
          onOpen={() => onSeeSale(happened.sale.key)}
        />
      )
    case 'refund':
      return (
        <Line
          day={day}
          title={t('timeline.refund')}
          sub={<bdi className={classes.title}>{titleOf(happened.sale)}</bdi>}
          amount={format.money(happened.amount, happened.sale.currency)}
          onOpen={() => onSeeSale(happened.sale.key)}
        />
      )
    case 'import':
      return (
        <Line day={day} title={t('timeline.import')} sub={<bdi>{happened.file}</bdi>} onOpen={onSeeImports} />
      )
    case 'followUp':
      return <Line day={day} title={t('timeline.toCome')} sub={<bdi>{happened.text}</bdi>} />
    case 'note': {
      const { text, followUp } = happened.note
      return (
        <Line
          day={day}
          title={followUp === true ? t('timeline.cameBack') : <bdi className={classes.noteText}>{text}</bdi>}
          sub={followUp === true && text !== '' ? <bdi>{text}</bdi> : undefined}
          amount={
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('timeline.removeNote', { day: format.day(day) })}
              onClick={() => onRemoveNote(happened.note)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          }
        />
      )
    }
  }
}

type SaleLineProps = {
  readonly sale: SaleRow
  readonly note: string
  readonly undated: boolean
  readonly onOpen: () => void
}

function SaleLine({ sale, note, undated, onOpen }: SaleLineProps) {
  const { t } = useTranslation(['clients', 'sales'])
  const format = useFormat()
  const names = useClientNames()
  const titleOf = useSaleTitle()
  const { measures, currency } = sale
  const said = [
    names.channel(sale.channel),
    sale.status === 'counted' ? '' : t(`sales:status.${sale.status}`),
    undated ? t('timeline.refunded', { amount: format.money(measures.refunds, currency) }) : '',
  ]
  return (
    <Line
      day={sale.day}
      title={
        <bdi className={classes.title} title={titleOf(sale)}>
          {titleOf(sale)}
        </bdi>
      }
      sub={said.filter((text) => text !== '').join(' · ')}
      note={note}
      amount={
        <>
          {format.money(measures.gross, currency)}
          <span className={classes.quiet}>
            {t('timeline.kept', { amount: format.money(measures.kept, currency) })}
          </span>
        </>
      }
      onOpen={onOpen}
    />
  )
}

function useSaleTitle() {
  const { t } = useTranslation('sales')
  const format = useFormat()
  return ({ lines, title, label }: SaleRow): string =>
    lines > 1 && title !== '' ? t('more', { title, number: format.number(lines - 1) }) : title || label
}

type LineProps = {
  readonly day: string
  readonly title: ReactNode
  readonly sub?: ReactNode
  /** In the person's own words. */
  readonly note?: string
  readonly amount?: ReactNode
  readonly onOpen?: () => void
}

/** One line of the timeline; a button where it leads somewhere. */
function Line({ day, title, sub, note = '', amount, onOpen }: LineProps) {
  const format = useFormat()
  const inside = (
    <>
      <span className={classes.when}>{format.day(day)}</span>
      <span className={classes.what}>
        {title}
        {sub !== undefined && sub !== '' && <span className={classes.quiet}>{sub}</span>}
        {note !== '' && <bdi className={classes.saleNote}>{note}</bdi>}
      </span>
      <span className={classes.amount}>{amount}</span>
    </>
  )
  return (
    <li>
      {onOpen === undefined ? (
        <div className={classes.happened}>{inside}</div>
      ) : (
        <button type="button" className={classes.happened} onClick={onOpen}>
          {inside}
        </button>
      )}
    </li>
  )
}
