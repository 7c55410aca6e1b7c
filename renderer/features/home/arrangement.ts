import type { ColumnLayout } from '#shared/list/listState.ts'

/** The cards below the headline, in their designed order; `share` is their part of a row they do not fill. */
export const homeCards = [
  { id: 'mix', share: null },
  { id: 'waterfall', share: 1.55 },
  { id: 'fees', share: 1 },
  { id: 'products', share: 1 },
  { id: 'clients', share: 1 },
  { id: 'returning', share: 1 },
  { id: 'bestDays', share: 1 },
  { id: 'refunds', share: null },
] as const
export type CardId = (typeof homeCards)[number]['id']

/** What a person made of the cards; kept as the columns of a list are, and asked for by this name. */
export type Arrangement = Pick<ColumnLayout, 'order' | 'visible'>
export const arrangementName = 'home'
export const designed: Arrangement = { order: [], visible: {} }

/** All cards in their order. A card that is not named comes after the one it was designed to follow. */
export function orderOf({ order }: Arrangement): readonly CardId[] {
  const known = homeCards.map(({ id }) => id)
  const named = known.filter((id) => order.includes(id))
  const placed: CardId[] = named.toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
  known.forEach((id, at) => {
    if (placed.includes(id)) return
    const before = known[at - 1]
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, id)
  })
  return placed
}

export const isShown = ({ visible }: Arrangement, id: CardId): boolean => visible[id] !== false

export const withShown = (arrangement: Arrangement, id: CardId, shown: boolean): Arrangement => ({
  ...arrangement,
  visible: { ...arrangement.visible, [id]: shown },
})

/** One place up (-1) or down (1); at its end a card stays. */
export function moved(arrangement: Arrangement, id: CardId, step: -1 | 1): Arrangement {
  const order = [...orderOf(arrangement)]
  const from = order.indexOf(id)
  const neighbour = order[from + step]
  if (neighbour === undefined) return arrangement
  order[from] = neighbour
  order[from + step] = id
  return { ...arrangement, order }
}

/** At the place of another card, which makes room. */
export function movedTo(arrangement: Arrangement, id: CardId, place: CardId): Arrangement {
  const order = orderOf(arrangement)
  const at = order.indexOf(place)
  return { ...arrangement, order: order.filter((one) => one !== id).toSpliced(at, 0, id) }
}

export type CardRow = readonly { readonly id: CardId; readonly share: number }[]

/** Cards that are shown, as rows: two that do not fill one stand side by side, one by itself fills it. */
export function rowsOf(arrangement: Arrangement): readonly CardRow[] {
  const rows: { id: CardId; share: number }[][] = []
  let open: { id: CardId; share: number }[] | null = null
  for (const id of orderOf(arrangement)) {
    if (!isShown(arrangement, id)) continue
    const share = homeCards.find((card) => card.id === id)?.share ?? null
    const card = { id, share: share ?? 1 }
    if (share !== null && open !== null) {
      open.push(card)
      open = null
      continue
    }
    const row = [card]
    rows.push(row)
    open = share === null ? null : row
  }
  return rows
}
