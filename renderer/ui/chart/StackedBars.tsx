import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import type { TooltipContentProps } from 'recharts'
import { ChartTip } from './ChartTip.tsx'
import { ticksFor } from './ticks.ts'

export type StackPart = {
  readonly key: string
  readonly name: string
  readonly colour: string
  readonly values: readonly number[]
}
export type StackBucket = { readonly name: string; readonly short: string }
type Props = {
  readonly label: string
  readonly parts: readonly StackPart[]
  readonly buckets: readonly StackBucket[]
  readonly height: number
  readonly write: (value: number) => string
  readonly writeShort: (value: number) => string
  /** Without a name the bars of a single part are not added up. */
  readonly totalName?: string
  readonly onOpen?: (part: number, bucket: number) => void
}

/** Few enough bars that a total fits over each. */
const labelled = 13

/** Amounts over time, stacked from zero; what is below zero hangs below it. */
export default function StackedBars({
  label,
  parts,
  buckets,
  height,
  write,
  writeShort,
  totalName,
  onOpen,
}: Props) {
  const data = buckets.map(({ short }, bucket) => ({
    bucket,
    short,
    ...Object.fromEntries(parts.map(({ values }, part) => [`part${part}`, values[bucket] ?? 0])),
  }))
  const totalOf = (bucket: number) => parts.reduce((sum, { values }) => sum + (values[bucket] ?? 0), 0)
  const sums = buckets.flatMap((_, bucket) => [sumWhere(parts, bucket, 1), sumWhere(parts, bucket, -1)])
  const [lowest, highest] = [Math.min(0, ...sums), Math.max(0, ...sums)]
  // what would be thinner than a line below zero needs no room of its own
  const ticks = ticksFor(-lowest < highest / 200 ? 0 : lowest, highest)
  /** The part whose bar reaches highest in a bucket carries the total. */
  const isTop = (part: number, bucket: number) =>
    parts.findLastIndex(({ values }) => (values[bucket] ?? 0) > 0) === part
  const tip = ({ active, payload }: TooltipContentProps<number, string>) => {
    const bucket = bucketIn(payload[0]?.payload)
    if (!active || bucket === null) return null
    const lines = parts.map(({ key, name, colour, values }) => ({
      key,
      name,
      colour,
      value: values[bucket] ?? 0,
    }))
    const total =
      totalName === undefined ? {} : { total: { key: 'total', name: totalName, value: totalOf(bucket) } }
    return (
      <ChartTip
        title={buckets[bucket]?.name ?? ''}
        lines={lines.filter(({ value }) => value !== 0)}
        {...total}
        write={write}
      />
    )
  }
  return (
    <BarChart
      h={height}
      data={data}
      dataKey="short"
      type="stacked"
      series={parts.map(({ colour, name }, part) => ({ name: `part${part}`, label: name, color: colour }))}
      valueFormatter={writeShort}
      strokeDasharray="0"
      gridColor="var(--app-grid)"
      tickLine="none"
      maxBarWidth={56}
      yAxisProps={{ width: 56, ticks: [...ticks], domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0], interval: 0 }}
      xAxisProps={{ minTickGap: 12, interval: 'equidistantPreserveStart', axisLine: false }}
      referenceLines={[{ y: 0, color: 'var(--mantine-color-default-border)' }]}
      barChartProps={{
        stackOffset: 'sign',
        barCategoryGap: '22%',
        margin: { top: 18, right: 4, bottom: 0, left: 0 },
        title: label,
      }}
      barProps={(item) => ({
        ...(onOpen ? { cursor: 'pointer' } : {}),
        stroke: 'var(--app-card)',
        strokeOpacity: 1,
        onClick: ({ payload }: { readonly payload?: unknown }) => {
          const bucket = bucketIn(payload)
          if (bucket !== null) onOpen?.(Number(item.name.slice(4)), bucket)
        },
      })}
      withBarValueLabel={buckets.length <= labelled}
      valueLabelProps={(item) => ({
        dataKey: 'bucket',
        position: 'top',
        fontSize: 11,
        fill: 'var(--mantine-color-dimmed)',
        formatter: (bucket) =>
          typeof bucket === 'number' && isTop(Number(item.name.slice(4)), bucket)
            ? writeShort(totalOf(bucket))
            : '',
      })}
      tooltipProps={{ content: tip, cursor: { fill: 'var(--app-hover)' } }}
    />
  )
}

/** What lies above zero in a bucket, or below it. */
const sumWhere = (parts: readonly StackPart[], bucket: number, side: 1 | -1): number =>
  parts.reduce((sum, { values }) => sum + side * Math.max(0, side * (values[bucket] ?? 0)), 0)

/** What Recharts hands back of a row, checked. */
function bucketIn(row: unknown): number | null {
  return typeof row === 'object' && row !== null && 'bucket' in row && typeof row.bucket === 'number'
    ? row.bucket
    : null
}
