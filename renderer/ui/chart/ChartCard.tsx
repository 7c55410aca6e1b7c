import { createContext, use, useRef, useState, type ReactNode } from 'react'
import { ActionIcon, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs'
import IconFileTypeCsv from '@tabler/icons-react/dist/esm/icons/IconFileTypeCsv.mjs'
import IconPhotoDown from '@tabler/icons-react/dist/esm/icons/IconPhotoDown.mjs'
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs'
import { Card } from '#ui/Card.tsx'
import type { ChartFile } from '#ui/saveChart.ts'
import { pictureOf, type Legend } from './picture.ts'
import { csvOf, type ChartTable } from './table.ts'
import { TableTwin } from './TableTwin.tsx'

type Props = {
  readonly title: string
  readonly sub?: string | undefined
  readonly controls?: ReactNode
  readonly table: ChartTable
  /** The same height for chart and table, so that nothing moves when they change places. */
  readonly height: number
  /** Names of the chart's colours, for its picture; without them it has none (it is no drawing). */
  readonly legend?: Legend
  readonly onSave: (file: ChartFile) => void
  readonly className?: string | undefined
  /** What it shows is of another question; it is not saved under the name of this one. */
  readonly isBusy?: boolean
  readonly children: ReactNode
}

/** Whose figures the charts within show, and of which days: stands at the foot of their pictures. */
export const ChartCaption = createContext('')

/** A chart with its table twin and its ways out: CSV, and a picture where it is drawn. */
export function ChartCard({
  title,
  sub,
  controls,
  table,
  height,
  legend,
  onSave,
  className,
  isBusy = false,
  children,
}: Props) {
  const { t } = useTranslation('ui')
  const [asTable, setAsTable] = useState(false)
  const caption = use(ChartCaption)
  const drawing = useRef<HTMLDivElement>(null)
  const savePicture = async () => {
    const chart = drawing.current?.querySelector<SVGSVGElement>('svg.recharts-surface')
    if (!chart) return
    const heading = { title, sub: sub ?? '', caption, legend: legend ?? [] }
    onSave({ kind: 'png', bytes: await pictureOf(chart, heading) })
  }
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
        <Action
          label={t('chart.csv', { title })}
          isOff={isBusy}
          onClick={() => onSave({ kind: 'csv', text: csvOf(table) })}
        >
          <IconFileTypeCsv size={16} />
        </Action>
        {legend !== undefined && !asTable && (
          <Action label={t('chart.png', { title })} isOff={isBusy} onClick={() => void savePicture()}>
            <IconPhotoDown size={16} />
          </Action>
        )}
      </ActionIcon.Group>
    </>
  )
  return (
    <Card title={title} sub={sub} actions={actions} className={className} isBusy={isBusy}>
      {asTable ? (
        <TableTwin table={table} label={title} height={height} />
      ) : (
        <div ref={drawing}>{children}</div>
      )}
    </Card>
  )
}

function Action({
  label,
  isOff = false,
  onClick,
  children,
}: {
  readonly label: string
  readonly isOff?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={28} aria-label={label} disabled={isOff} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
