import classes from './SelectionBar.module.css'

type Sum = { readonly name: string; readonly value: string; readonly strong?: boolean }

/** Named sums in one line, with the currency said once: for the bar at the foot of a list. */
export function SumList({ sums, unit }: { readonly sums: readonly Sum[]; readonly unit: string }) {
  return (
    <dl className={classes.list} aria-label={unit}>
      {sums.map(({ name, value, strong }) => (
        <div key={name} className={classes.sum}>
          <dt>{name}</dt>
          <dd data-strong={strong || undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
