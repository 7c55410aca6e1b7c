/** Something on paper that is never torn, in the order of reading. Heights are in any one unit. */
export type Measured = {
  readonly height: number
  /** A row of the table: the first of a page stands under the table's head. */
  readonly isRow: boolean
  /** It does not stand last on a page while something follows it. */
  readonly keepsWithNext: boolean
}
export type Room = {
  /** What fits on the first page, and on each after it. */
  readonly first: number
  readonly later: number
  readonly tableHead: number
  /** What has to be free at the foot of the last page. */
  readonly slip: number
}

/** Which blocks stand on which page. `slipAlone`: the last page holds nothing but what is at its foot. */
export type Paged = { readonly pages: readonly (readonly number[])[]; readonly slipAlone: boolean }

/** Spreads blocks over pages. What is larger than a page stands on one by itself and runs over: callers cut long texts before. */
export function paginate(blocks: readonly Measured[], room: Room): Paged {
  const pages: number[][] = [[]]
  let left = room.first
  const page = () => pages.at(-1) ?? []
  const height = (at: number, after: number | undefined) => {
    const block = blocks[at]
    if (block === undefined) return 0
    const needsHead = block.isRow && (after === undefined || !blocks[after]?.isRow)
    return block.height + (needsHead ? room.tableHead : 0)
  }
  const together = (group: readonly number[], after: number | undefined) =>
    group.reduce((sum, at, place) => sum + height(at, place === 0 ? after : group[place - 1]), 0)
  for (const group of groupsOf(blocks)) {
    const after = page().at(-1)
    const needed = together(group, after)
    const movesWhole = after !== undefined && needed > left && together(group, undefined) <= room.later
    if (movesWhole) turn()
    for (const at of group) {
      const last = page().at(-1)
      if (last !== undefined && height(at, last) > left) turn()
      left -= height(at, page().at(-1))
      page().push(at)
    }
  }
  const slipAlone = room.slip > 0 && room.slip > left
  return { pages: slipAlone ? [...pages, []] : pages, slipAlone }

  function turn(): void {
    pages.push([])
    left = room.later
  }
}

/** Blocks that have to stay together: each with those that follow one that keeps with its next. */
function groupsOf(blocks: readonly Measured[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (const at of blocks.keys()) {
    const group = groups.at(-1)
    if (group !== undefined && blocks[at - 1]?.keepsWithNext) group.push(at)
    else groups.push([at])
  }
  return groups
}
