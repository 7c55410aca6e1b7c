/**
 * The business terms and groups of EN 16931-1 and where each lies in the two syntaxes it allows (CEN/TS 16931-3-2 for
 * UBL 2.1, 3-3 for UN/CEFACT CII D16B). Paths go from the group's own element: names without prefix, `A|B` either,
 * `[C=x|y]` only where C is x or y, `[C!=x]` only where it is not, `[C]` only where it is there, `^` up, `@a` an attribute; '' is not there.
 */
export type Term = { readonly id: string; readonly ubl: string; readonly cii: string }
export type Group = {
  readonly id: string
  readonly ubl: string
  readonly cii: string
  readonly terms: readonly Term[]
  readonly groups: readonly Group[]
}

export const term = (id: string, ubl: string, cii: string): Term => ({ id, ubl, cii })
export const group = (
  id: string,
  ubl: string,
  cii: string,
  terms: readonly Term[],
  groups: readonly Group[] = [],
): Group => ({
  id,
  ubl,
  cii,
  terms,
  groups,
})

export const deal = 'SupplyChainTradeTransaction'
/** A boolean of XML Schema. */
export const indicator = (is: boolean) => (is ? 'true|1' : 'false|0')
