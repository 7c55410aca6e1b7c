import type { ColumnLayout } from './listState.ts'

/** What a list shows: its filters and sort as its address says them, and its columns. */
export type Look = {
  readonly search: Readonly<Record<string, unknown>>
  readonly columns?: ColumnLayout | undefined
}
/** A look that was given a name. */
export type ListView = Look & {
  readonly id: string
  readonly name: string
  /** The list opens with it; at most one of a list. */
  readonly isDefault: boolean
}
/** Takes back what was just done, if nothing was done since. */
export type TakeBack = () => Promise<unknown>

/** The named views of one list, in their order. Each change of them can be undone. */
export type ViewStore = {
  readonly read: () => Promise<readonly ListView[]>
  /** Calls back after each change, whoever made it. Returns the function that stops listening. */
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (name: string, look: Look) => Promise<{ readonly id: string; readonly takeBack: TakeBack }>
  readonly rename: (id: string, name: string) => Promise<TakeBack>
  /** Puts another look under the same name. */
  readonly replace: (id: string, look: Look) => Promise<TakeBack>
  /** The one the list opens with; null: none. */
  readonly open: (id: string | null) => Promise<TakeBack>
  readonly remove: (id: string) => Promise<TakeBack>
}

/** Whether two looks show the same: what is not set does not count, nor does how wide a column is. */
export const isSameLook = (one: Look, other: Look): boolean => written(one) === written(other)

const written = ({ search, columns }: Look): string =>
  JSON.stringify([sorted(search), columns === undefined ? null : [columns.order, sorted(columns.visible)]])

const sorted = (parts: Readonly<Record<string, unknown>>) =>
  Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
