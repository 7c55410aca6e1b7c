import type { ReactNode } from 'react'
import type { Selection } from '#shared/list/selection.ts'

/** What an action is about: everything selected, or the one row under the pointer. */
export type RowTarget<Row> = {
  readonly selection: Selection
  readonly count: number
  /** The row itself, where it is one and on the screen. */
  readonly row: Row | undefined
}

/** One thing that can be done with rows: in their menu and, where it says so, in the bar at the foot. */
export type RowAction = {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly disabled?: boolean
  /** The bar has room for two or three. */
  readonly inBar?: boolean
  readonly run: () => void
}
