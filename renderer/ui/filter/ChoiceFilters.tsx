import { ChoiceFilter, type ChoiceFilterProps } from './ChoiceFilter.tsx'

/** A filter with a few things to choose from. */
export type Choice = ChoiceFilterProps & {
  readonly key: string
  /** Without it, a filter is drawn where there is something to choose. */
  readonly isDrawn?: boolean
}

/** The filters of a list that choose among a few things; one that is set is always there to be taken back. */
export function ChoiceFilters({ choices }: { readonly choices: readonly Choice[] }) {
  return choices
    .filter(({ options, chosen, isDrawn }) => chosen.length > 0 || (isDrawn ?? options.length > 1))
    .map(({ key, isDrawn: _isDrawn, ...choice }) => <ChoiceFilter key={key} {...choice} />)
}
