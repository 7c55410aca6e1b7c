import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import type { TooltipContentProps } from 'recharts'
import { ChartTip } from './ChartTip.tsx'
import { ticksFor } from './ticks.ts'

export type WaterfallStep = {
  readonly key: string
  readonly name: string
  readonly amount: number
  readonly from: number
  readonly to: number
  readonly colour: string
}
type Props = {
  readonly label: string
  readonly steps: readonly WaterfallStep[]
  readonly height: number
  readonly write: (value: number) => string
  readonly writeShort: (value: number) => string
  readonly onOpen: (step: number) => void
}

/** Bars that begin where the last one ended: how a first amount becomes the last. */
export default function Waterfall({ label, steps, height, write, writeShort, onOpen }: Props) {
  const data = steps.map(({ name, from, to, colour }, step) => ({
    step,
    name,
    color: colour,
    range: [from, to],
  }))
  const levels = steps.flatMap(({ from, to }) => [from, to])
  const ticks = ticksFor(Math.min(0, ...levels), Math.max(0, ...levels))
  const tip = ({ active, payload }: TooltipContentProps<number, string>) => {
    const step = steps[stepIn(payload[0]?.payload) ?? -1]
    if (!active || step === undefined) return null
    return (
      <ChartTip
        title={step.name}
        lines={[{ key: step.key, name: label, value: step.amount, colour: step.colour }]}
        write={write}
      />
    )
  }
  return (
    <BarChart
      h={height}
      data={data}
      dataKey="name"
      series={[{ name: 'range', label }]}
      valueFormatter={writeShort}
      strokeDasharray="0"
      gridColor="var(--app-grid)"
      tickLine="none"
      maxBarWidth={64}
      yAxisProps={{ width: 56, ticks: [...ticks], domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0], interval: 0 }}
      xAxisProps={{ interval: 0, axisLine: false }}
      referenceLines={[{ y: 0, color: 'var(--mantine-color-default-border)' }]}
      barChartProps={{
        barCategoryGap: '18%',
        margin: { top: 18, right: 4, bottom: 0, left: 0 },
        title: label,
      }}
      barProps={{
        cursor: 'pointer',
        radius: 3,
        onClick: ({ payload }: { readonly payload?: unknown }) => {
          const step = stepIn(payload)
          if (step !== null) onOpen(step)
        },
      }}
      withBarValueLabel
      valueLabelProps={{
        dataKey: 'step',
        position: 'top',
        fontSize: 11,
        fill: 'var(--mantine-color-dimmed)',
        formatter: (step) => (typeof step === 'number' ? writeShort(steps[step]?.amount ?? 0) : ''),
      }}
      tooltipProps={{ content: tip, cursor: { fill: 'var(--app-hover)' } }}
    />
  )
}

function stepIn(row: unknown): number | null {
  return typeof row === 'object' && row !== null && 'step' in row && typeof row.step === 'number'
    ? row.step
    : null
}
