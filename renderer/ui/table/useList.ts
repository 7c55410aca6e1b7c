import { useState } from 'react'
import { hashText } from '#shared/hash/hashText.ts'
import { asDesigned, type ColumnLayout } from '#shared/list/listState.ts'
import type { ListStates } from '#shared/list/listStates.ts'
import { nothing, type Selection } from '#shared/list/selection.ts'

export type StartAt = { readonly top: number; readonly active: number }
type Asked = {
  /** Filter and sort: another question is read from its first row. */
  readonly question: string
  /** The filter alone: under another one nothing is selected. */
  readonly scope: string
  /** A list with a pane beside it has columns of its own. */
  readonly variant?: string
}

/** What a table needs to look and stand as it was left, here and after a restart. */
export function useList(states: ListStates, list: string, { question, scope, variant = '' }: Asked) {
  const layouts = `${list}${variant === '' ? '' : `.${variant}`}`
  const [made, setMade] = useState<Readonly<Record<string, ColumnLayout>>>({})
  const [held, setHeld] = useState(states.read(list).selection)
  const [startAt] = useState((): StartAt | null => {
    const { place } = states.read(list)
    return place?.question === nameOf(question) ? { top: place.top, active: place.active } : null
  })
  const keepLayout = (key: string, columns: ColumnLayout) => {
    states.keep(key, { columns })
    setMade((before) => ({ ...before, [key]: columns }))
  }
  const layoutOf = (key: string) => made[key] ?? states.read(key).columns ?? asDesigned
  return {
    /** The columns of the whole list, which a named view keeps. */
    columns: layoutOf(list),
    onColumns: (columns: ColumnLayout) => keepLayout(list, columns),
    layout: layoutOf(layouts),
    onLayout: (columns: ColumnLayout) => keepLayout(layouts, columns),
    selection: held?.scope === scope ? held.selection : nothing,
    onSelection: (selection: Selection) => {
      states.keep(list, { selection: { scope, selection } })
      setHeld({ scope, selection })
    },
    startAt,
    onPlace: (place: StartAt) =>
      states.keep(list, { place: { question: nameOf(question), top: place.top, active: place.active } }),
  }
}

/** A question may name thousands of products; which one it was is enough. */
const nameOf = (question: string): string => hashText(question).join('.')
