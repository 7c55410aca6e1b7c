/**
 * What a person has selected of a list: some rows by their keys, or everything that matches but some. So a million rows
 * are selected without any of them being loaded.
 */
export type Selection =
  | { readonly all: false; readonly keys: ReadonlySet<string> }
  | { readonly all: true; readonly except: ReadonlySet<string> }

export const nothing: Selection = { all: false, keys: new Set() }
export const everything: Selection = { all: true, except: new Set() }
export const only = (key: string): Selection => ({ all: false, keys: new Set([key]) })

export const isSelected = (selection: Selection, key: string): boolean =>
  selection.all ? !selection.except.has(key) : selection.keys.has(key)

/** How many are selected of `total` that match. */
export const countOf = (selection: Selection, total: number): number =>
  selection.all ? Math.max(total - selection.except.size, 0) : selection.keys.size

export const isNothing = (selection: Selection): boolean => !selection.all && selection.keys.size === 0

/** These rows in it, whatever they were before. */
export const including = (selection: Selection, keys: readonly string[]): Selection =>
  selection.all
    ? { all: true, except: without(selection.except, keys) }
    : { all: false, keys: new Set([...selection.keys, ...keys]) }

/** This row turned round: in it or out of it. */
export function toggled(selection: Selection, key: string): Selection {
  if (!isSelected(selection, key)) return including(selection, [key])
  return selection.all
    ? { all: true, except: new Set([...selection.except, key]) }
    : { all: false, keys: without(selection.keys, [key]) }
}

/** The part of a filter that lets through what is selected. */
export const selectedFilter = (
  selection: Selection,
): { readonly keys: readonly string[] } | { readonly exceptKeys: readonly string[] } =>
  selection.all ? { exceptKeys: [...selection.except] } : { keys: [...selection.keys] }

function without(keys: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  const left = new Set(keys)
  for (const key of gone) left.delete(key)
  return left
}
