import type { ReactNode } from 'react'
import classes from './Note.module.css'

type Props = {
  readonly tone: 'plain' | 'good' | 'careful' | 'bad'
  readonly title?: string
  /** `alert` for what just went wrong, `status` for what just went right. */
  readonly role?: 'alert' | 'status'
  readonly children?: ReactNode
}

/** A few words that matter here and now; the colour only repeats what they say. */
export function Note({ tone, title, role, children }: Props) {
  return (
    <div className={classes.note} data-tone={tone} role={role}>
      {title !== undefined && <p className={classes.title}>{title}</p>}
      {children}
    </div>
  )
}
