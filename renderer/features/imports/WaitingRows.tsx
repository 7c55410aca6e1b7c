import { Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unit } from '#shared/book/entry.ts'
import type { ImportRecord } from '#data/database.ts'
import type { WaitingRow } from '#shared/book/questions.ts'
import { Card } from '#ui/Card.tsx'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { TableColumn } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import type { RowSource } from '#ui/table/rowCache.ts'
import { useAnswer } from '#ui/useAnswer.ts'
import classes from './imports.module.css'
import { useImportNames } from './useImportNames.ts'
import type { ImportServices } from './importServices.ts'

const rowId = ({ origin }: WaitingRow) => `${origin.importId} ${origin.file} ${origin.row}`

type WaitingRowsProps = {
  readonly book: ImportServices['book']
  /** They name the files the rows are in. */
  readonly records: readonly ImportRecord[]
}

/** Rows that speak of orders nobody has imported yet, each with its reason. Nothing is drawn when nothing waits. */
export function WaitingRows({ book, records }: WaitingRowsProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const [version, setVersion] = useState(0)
  useEffect(() => book.subscribe(setVersion), [book])
  const { answer } = useAnswer(book.subscribe, () => book.waiting(0, 1), 'waiting')
  const source = useMemo<RowSource<WaitingRow>>(
    () => (from, count) => book.waiting(from, count),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new function asks again after each change of the book
    [book, version],
  )
  const columns = useColumns(records)
  if (answer === null || answer.total === 0) return null
  return (
    <Card title={t('waiting.title')}>
      <Text size="sm" c="dimmed" mb="sm" maw={720}>
        {t('waiting.text', { count: answer.total, number: format.number(answer.total) })}
      </Text>
      <div className={classes.waiting} style={{ height: Math.min(40 + answer.total * 36, 300) }}>
        <DataTable
          label={t('waiting.list')}
          columns={columns}
          rowId={rowId}
          source={source}
          question=""
          empty={null}
        />
      </div>
    </Card>
  )
}

function useColumns(records: readonly ImportRecord[]): readonly TableColumn<WaitingRow>[] {
  const { t } = useTranslation(['imports', 'sales'])
  const format = useFormat()
  const names = useImportNames()
  return useMemo(() => {
    const shop = ({ channel, account }: WaitingRow) => {
      const name = account.split(unit).at(-1) ?? ''
      return name === ''
        ? names.channel(channel)
        : t('account', { channel: names.channel(channel), account: name })
    }
    const reason = (row: WaitingRow) => t('waiting.reasonText', { shop: shop(row) })
    const where = ({ origin }: WaitingRow) => {
      const file = records.find(({ id }) => id === origin.importId)?.files[origin.file]?.name ?? ''
      return t('waiting.whereText', { file, row: format.number(origin.row) })
    }
    const what = ({ kind, type }: WaitingRow) =>
      kind === 'fee' && type !== '' && type !== 'item' && type !== 'total'
        ? t(`sales:types.${type}`)
        : t(`sales:parts.${kind}`)
    return [
      { id: 'day', header: t('waiting.day'), width: '108px', cell: (row) => format.day(row.day) },
      { id: 'order', header: t('waiting.order'), width: '108px', cell: (row) => <bdi>{row.label}</bdi> },
      { id: 'what', header: t('waiting.what'), width: 'minmax(124px, 0.9fr)', cell: what },
      {
        id: 'amount',
        header: t('waiting.amount'),
        width: '104px',
        align: 'end',
        cell: (row) => format.money(row.amount, row.currency),
      },
      {
        id: 'reason',
        header: t('waiting.reason'),
        width: 'minmax(130px, 1fr)',
        cell: (row) => <span title={reason(row)}>{reason(row)}</span>,
      },
      {
        id: 'where',
        header: t('waiting.where'),
        width: 'minmax(130px, 1.2fr)',
        cell: (row) => <bdi title={where(row)}>{where(row)}</bdi>,
      },
    ]
  }, [t, format, names, records])
}
