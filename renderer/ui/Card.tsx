import type { ReactNode } from 'react'
import classes from './Card.module.css'

type Props = {
  readonly title?: string
  readonly sub?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
  /** What it shows is out of date, and the next is on its way. */
  readonly isBusy?: boolean
}

/** One thing to read, with its name. */
export function Card({ title, sub, actions, children, className, isBusy = false }: Props) {
  return (
    <section
      className={className === undefined ? classes.card : `${classes.card} ${className}`}
      aria-label={title}
      aria-busy={isBusy || undefined}
    >
      {(title !== undefined || actions !== undefined) && (
        <header className={classes.head}>
          <div className={classes.words}>
            {title !== undefined && <h2 className={classes.title}>{title}</h2>}
            {sub !== undefined && <p className={classes.sub}>{sub}</p>}
          </div>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
