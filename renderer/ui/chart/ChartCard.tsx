import { useState, type ReactNode } from 'react'
import { ActionIcon, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs'
import IconFileTypeCsv from '@tabler/icons-react/dist/esm/icons/IconFileTypeCsv.mjs'
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs'
import { Card } from '#ui/Card.tsx'
import { csvOf, type ChartTable } from './table.ts'
import { TableTwin } from './TableTwin.tsx'

type Props = {
  readonly title: string
  readonly sub?: ReactNode
  readonly controls?: ReactNode
  readonly table: ChartTable
  /** The same height for chart and table, so that nothing moves when they change places. */
  readonly height: number
  readonly onSaveCsv: (csv: string) => void
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A chart with its table twin and its way out as CSV. */
export function ChartCard({ title, sub, controls, table, height, onSaveCsv, className, children }: Props) {
  const { t } = useTranslation('ui')
  const [asTable, setAsTable] = useState(false)
  const actions = (
    <>
      {controls}
      <ActionIcon.Group>
        <Action
          label={t(asTable ? 'chart.asChart' : 'chart.asTable', { title })}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
        </Action>
        <Action label={t('chart.csv', { title })} onClick={() => onSaveCsv(csvOf(table))}>
          <IconFileTypeCsv size={16} />
        </Action>
      </ActionIcon.Group>
    </>
  )
  return (
    <Card title={title} sub={sub} actions={actions} className={className}>
      {asTable ? <TableTwin table={table} label={title} height={height} /> : children}
    </Card>
  )
}

function Action({
  label,
  onClick,
  children,
}: {
  readonly label: string
  readonly onClick: () => void
  readonly children: ReactNode
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={28} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
