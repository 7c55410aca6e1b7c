import { useEffect } from 'react'
import type { BrandServices } from '#data/services.ts'

type Search = Readonly<Record<string, unknown>>
/** What routes know of the open brand. */
export type ListContext = Pick<BrandServices, 'lists' | 'views'>
type ListName = Parameters<BrandServices['views']>[0]

/**
 * Where a list is come to without being told what to show, it shows what it showed when it was left, and first of all the
 * view it is to open with. null: everything.
 */
export async function cameBack(list: ListName, { lists, views }: ListContext): Promise<Search | null> {
  const { search } = lists.read(list)
  if (search !== undefined) return isEmpty(search) ? null : search
  const chosen = (await views(list).read()).find(({ isDefault }) => isDefault)
  if (chosen === undefined) return null
  if (chosen.columns !== undefined) lists.keep(list, { columns: chosen.columns })
  return { ...chosen.search, view: chosen.id }
}

export const isEmpty = (search: Search): boolean =>
  Object.values(search).every((value) => value === undefined)

/** Keeps what a list shows, for the way back to it. */
export function useKeptSearch({ lists }: ListContext, list: ListName, search: Search): void {
  useEffect(() => lists.keep(list, { search }), [lists, list, search])
}
