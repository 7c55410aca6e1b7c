import { useElementSize } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { isFiltered, lookOf, withoutFilter, type ListSearch } from '#shared/list/listSearch.ts'
import type { ListStates } from '#shared/list/listStates.ts'
import { nothing } from '#shared/list/selection.ts'
import type { ListView, ViewStore } from '#shared/list/views.ts'
import type { TableSort } from '#ui/table/HeadRow.tsx'
import { useList } from '#ui/table/useList.ts'
import { useListRows, useSelected, type ListAnswer, type ListBook, type WholeOf } from './useListRows.ts'

type Parts<Name extends string, Search extends ListSearch, Row, Answer extends ListAnswer<Row>> = {
  /** Of the list, under which its look is kept. */
  readonly name: Name
  readonly states: ListStates
  readonly views: (list: Name) => ViewStore
  readonly search: Search
  /** Moves to another filter or order; `replace` where going back should not stop there. */
  readonly onSearch: (search: Search, replace?: boolean) => void
  /** An address from what was kept of one. */
  readonly read: (kept: unknown) => Search
  /** Everything that is asked, and in which order. */
  readonly asked: { readonly sort: TableSort }
  readonly book: ListBook<Row, Answer>
  /** A list with a pane beside it has columns of its own. */
  readonly variant?: (whole: WholeOf<Answer> | null, width: number) => string
}

/** Everything a list screen does that has nothing to do with what is listed: rows, sums, order, filters, views, selection. */
export function useListScreen<
  Name extends string,
  Search extends ListSearch,
  Row,
  Answer extends ListAnswer<Row>,
>(parts: Parts<Name, Search, Row, Answer>) {
  const { name, states, views, search, onSearch, read, asked, book, variant } = parts
  const { sort, ...scope } = asked
  const question = JSON.stringify(asked)
  const { source, whole, selectedRows } = useListRows(book, question)
  const { ref: screen, width } = useElementSize()
  const { columns, onColumns, ...left } = useList(states, name, {
    question,
    scope: JSON.stringify(scope),
    variant: variant?.(whole, width) ?? '',
  })
  const selected = useSelected(book, question, left.selection, whole)
  const change = (part: Partial<Search>, replace?: boolean) => onSearch({ ...search, ...part }, replace)
  const [store] = useState(() => views(name))
  const box = useRef<HTMLDivElement>(null)
  return {
    /** The element the list is as wide as, in pixels. */
    screen,
    width,
    box,
    /** From the filters down into the list. */
    focus: () => box.current?.querySelector<HTMLElement>('[role=grid]')?.focus(),
    search,
    change,
    isFiltered: isFiltered(search),
    clearFilters: () => onSearch(read(withoutFilter(search))),
    clearSelection: () => left.onSelection(nothing),
    /** Of all that match; null until the first answer. */
    whole,
    /** Of those that are selected. */
    selected,
    selectedRows,
    views: {
      store,
      current: search.view,
      look: { search: lookOf({ ...search, sort: sort.by, descending: sort.descending }), columns },
      onOpen: (view: ListView | null) => {
        onSearch({ ...read(view?.search ?? {}), view: view?.id })
        if (view?.columns !== undefined) onColumns(view.columns)
      },
      onSaved: (id: string) => onSearch({ ...search, view: id }, true),
    },
    table: {
      source,
      question,
      sort,
      onSort: ({ by, descending }: TableSort) => {
        states.keep(name, { sort: { by, descending } })
        onSearch(read({ ...search, sort: by, descending }), true)
      },
      selectedRows,
      ...left,
    },
  }
}
