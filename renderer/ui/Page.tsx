import type { ReactNode } from 'react'
import { Title } from '@mantine/core'
import classes from './Page.module.css'

type Props = {
  readonly title: ReactNode
  readonly sub?: ReactNode
  /** A picture before both. */
  readonly mark?: ReactNode
  /** Stands at the right of the title. */
  readonly actions?: ReactNode
  /** For pages that are read rather than scanned. */
  readonly narrow?: boolean
  /** For pages that show a document beside what is said of it. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The head and the margins every page shares. */
export function Page({ title, sub, mark, actions, narrow = false, wide = false, children }: Props) {
  return (
    <div className={classes.page} data-narrow={narrow || undefined} data-wide={wide || undefined}>
      <header className={classes.head}>
        <div className={classes.titled}>
          {mark}
          <div>
            <Title order={1}>{title}</Title>
            {sub !== undefined && <p className={classes.sub}>{sub}</p>}
          </div>
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
