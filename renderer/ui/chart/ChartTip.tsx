import classes from './chart.module.css'

type Line = { readonly key: string; readonly name: string; readonly value: number; readonly colour?: string }
type Props = {
  readonly title: string
  readonly lines: readonly Line[]
  readonly total?: Line
  readonly write: (value: number) => string
}

/** The exact figures under the pointer. */
export function ChartTip({ title, lines, total, write }: Props) {
  return (
    <div className={classes.tip}>
      <p className={classes.tipTitle}>{title}</p>
      {[...lines, ...(total === undefined ? [] : [total])].map((line) => (
        <div key={line.key} className={classes.tipLine} data-total={line === total || undefined}>
          {line.colour !== undefined && (
            <span className={classes.swatch} style={{ background: line.colour }} />
          )}
          <span className={classes.tipName}>{line.name}</span>
          <span className="tabular">{write(line.value)}</span>
        </div>
      ))}
    </div>
  )
}
