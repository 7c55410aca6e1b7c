import type { ListState } from './listState.ts'
import type { Selection } from './selection.ts'

/** Kept while the app runs: how a list was left, for the way back to it. */
type LeftList = {
  readonly selection?: { readonly scope: string; readonly selection: Selection }
  readonly search?: Readonly<Record<string, unknown>>
}

/** How each list of a brand looks and was left. */
export type ListStates = {
  readonly read: (list: string) => ListState & LeftList
  /** Replaces these parts; on disk a moment later. */
  readonly keep: (list: string, part: ListState & LeftList) => void
}
