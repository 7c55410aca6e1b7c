import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportSession } from '#data/services.ts'
import type { RefusedRow } from '#shared/imports/report.ts'
import { useFormat } from '#ui/format/FormatContext.tsx'
import type { TableColumn } from '#ui/table/columns.ts'
import { DataTable } from '#ui/table/DataTable.tsx'
import type { RowSource } from '#ui/table/rowCache.ts'
import classes from './imports.module.css'
import { useImportNames } from './useImportNames.ts'
import type { ImportServices } from './importServices.ts'

type RefusedRowsProps = {
  readonly services: Pick<ImportServices, 'api'>
  readonly session: ImportSession
  readonly name: string
  readonly at: number
  readonly header: readonly string[]
  readonly total: number
}

/** The rows of a file that cannot be read: each with its reason, all of them as a file to be corrected. */
export function RefusedRows({ services, session, name, at, header, total }: RefusedRowsProps) {
  const { t } = useTranslation(['imports', 'ui'])
  const format = useFormat()
  const [shown, setShown] = useState(false)
  const id = useId()
  const save = async () => {
    const suggestedName = `${t('file.refusedName', { name: name.replace(/\.[^.]*$/, '') }).slice(0, 110)}.csv`
    const saved = await services.api.saveText({
      suggestedName,
      kind: 'csv',
      text: await session.refusedCsv(at),
    })
    if (saved.ok) notifications.show({ message: t('ui:saved.done', { name: saved.name }) })
    else if (saved.error.code !== 'cancelled')
      notifications.show({ color: 'red', message: t(`ui:saved.${saved.error.code}`) })
  }
  return (
    <div className={classes.refused}>
      <Group justify="space-between" gap="xs">
        <Group gap={6} wrap="nowrap">
          <IconAlertTriangle size={16} color="var(--app-bad)" aria-hidden style={{ flex: 'none' }} />
          <Text size="sm" fw={600}>
            {t('file.refused', { count: total, number: format.number(total) })}
          </Text>
        </Group>
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={shown}
            aria-controls={id}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? 'file.hideRefused' : 'file.showRefused')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => void save()}>
            {t('file.saveRefused')}
          </Button>
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        {t('file.refusedText')}
      </Text>
      <div
        id={id}
        className={shown ? classes.refusedList : undefined}
        style={{ height: shown ? Math.min(40 + total * 44, 300) : 0 }}
      >
        {shown && <RefusedTable session={session} name={name} at={at} header={header} total={total} />}
      </div>
    </div>
  )
}

function RefusedTable({ session, name, at, header, total }: Omit<RefusedRowsProps, 'services'>) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const names = useImportNames()
  const source = useMemo<RowSource<RefusedRow>>(
    () => async (from, count) => ({ total, rows: await session.refused(at, from, count) }),
    [session, at, total],
  )
  const columns = useMemo<readonly TableColumn<RefusedRow>[]>(
    () => [
      {
        id: 'row',
        header: t('file.row'),
        width: '72px',
        align: 'end',
        cell: ({ row }) => format.number(row),
      },
      {
        id: 'reason',
        header: t('file.reason'),
        width: 'minmax(260px, 1.4fr)',
        wraps: true,
        cell: (row) => <span title={names.refusal(row)}>{names.refusal(row)}</span>,
      },
      {
        id: 'cells',
        header: t('file.cells'),
        width: 'minmax(200px, 1fr)',
        cell: ({ cells }) => <Cells cells={cells} header={header} />,
      },
    ],
    [t, format, names, header],
  )
  return (
    <DataTable
      label={t('file.refusedList', { name })}
      columns={columns}
      rowId={({ row }) => String(row)}
      source={source}
      question={String(at)}
      rowHeight={44}
      empty={null}
    />
  )
}

function Cells({ cells, header }: { readonly cells: readonly string[]; readonly header: readonly string[] }) {
  const filled = cells.flatMap((cell, at) => (cell === '' ? [] : [`${header[at] ?? ''}: ${cell}`]))
  return (
    <Text component="span" size="xs" c="dimmed" title={filled.join('\n')}>
      <bdi>{cells.filter((cell) => cell !== '').join(' · ')}</bdi>
    </Text>
  )
}
