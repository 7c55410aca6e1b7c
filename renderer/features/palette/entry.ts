import type { ComponentType } from 'react'
import type { Marked } from '#shared/search/marked.ts'
import type { ShortcutId } from '#shared/shortcuts/shortcuts.ts'

export type Icon = ComponentType<{
  readonly size?: number
  readonly stroke?: number
  readonly className?: string
}>

/** Kinds of what the window itself offers, beside what the book finds. */
export const entrySorts = ['action', 'screen', 'import', 'brand'] as const
export type EntrySort = (typeof entrySorts)[number]

/** Something the palette offers: an action, a screen, an import, a brand. */
export type Entry = {
  /** One of its sort. */
  readonly id: string
  readonly sort: EntrySort
  readonly name: string
  /** Other words a person may look for it by. */
  readonly words?: string
  readonly about?: string
  readonly icon: Icon
  readonly shortcut?: ShortcutId
  readonly run: () => void
  /** Ctrl-Enter. */
  readonly runInList?: () => void
}

export type RowSort = EntrySort | 'sale' | 'client' | 'product'

/** One line of the palette, ready to be drawn and chosen. */
export type Row = {
  /** One in the whole palette. */
  readonly id: string
  readonly sort: RowSort
  /** Of its sort. */
  readonly key: string
  readonly icon: Icon
  readonly name: Marked
  readonly about: readonly Marked[]
  /** At the right: a day, a shop, a number. */
  readonly aside: string
  readonly shortcut?: ShortcutId | undefined
  /** Opens more rows of its sort elsewhere; looks quieter. */
  readonly isMore?: boolean
  readonly run: () => void
  readonly runInList: (() => void) | null
}
export type RowGroup = {
  readonly id: RowSort | 'recent'
  readonly title: string
  readonly rows: readonly Row[]
}
